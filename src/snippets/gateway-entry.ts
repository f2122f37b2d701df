/** How a client is told to start the gateway in a server's place, in the form of its own list of servers. */
import { stringify } from 'smol-toml';
import type { Transport } from '../domain.ts';
import { escapeInvisible } from '../policy/print.ts';
import type { EntryForm } from './snippet.ts';
import { printJson, record } from './text.ts';

export type GatewayEntry = { file: string; language: 'json' | 'toml'; text: string };

type Start = { command: string; args: string[]; env?: { [name: string]: string } };

type Form = { file: string; text: (serverKey: string, start: Start) => string };

const jsonUnder =
  (list: string, entry: (start: Start) => object = (start) => start): Form['text'] =>
  (serverKey, start) =>
    printJson({ [list]: record([[serverKey, entry(start)]]) });

const forms: Record<EntryForm, Form> = {
  'claude-code': { file: '.mcp.json', text: jsonUnder('mcpServers') },
  codex: {
    file: '~/.codex/config.toml',
    text: (serverKey, start) => escapeInvisible(stringify({ mcp_servers: record([[serverKey, start]]) })),
  },
  'copilot-cli': {
    file: '~/.copilot/mcp-config.json',
    text: jsonUnder('mcpServers', (start) => ({ type: 'local', ...start, tools: ['*'] })),
  },
  'cursor-cli': { file: '.cursor/mcp.json', text: jsonUnder('mcpServers') },
  'gemini-cli': { file: '.gemini/settings.json', text: jsonUnder('mcpServers') },
  opencode: {
    file: 'opencode.json',
    text: jsonUnder('mcp', ({ command, args, env }) => ({
      type: 'local',
      command: [command, ...args],
      ...(env ? { environment: env } : {}),
    })),
  },
  vscode: { file: '.vscode/mcp.json', text: jsonUnder('servers', (start) => ({ type: 'stdio', ...start })) },
  zed: { file: '~/.config/zed/settings.json', text: jsonUnder('context_servers') },
};

/** Where the catalog and the policy lie is known to the reader alone: these two paths are theirs to fill in. */
export const catalogFolder = '/path/to/catalog';
export const policyFile = (server: string) => `/path/to/${server}.policy.yaml`;

/** Undefined where the server is not started by a command: the gateway stands in for commands. */
export function gatewayEntry(
  form: EntryForm,
  server: { server: string; serverKey: string; transport: Transport },
): GatewayEntry | undefined {
  const start = gatewayStart(server.server, server.transport);
  if (!start) return undefined;
  const { file, text } = forms[form];
  return { file, language: form === 'codex' ? 'toml' : 'json', text: text(server.serverKey, start) };
}

/** `node /path/to/catalog/scripts/gateway.mjs --policy /path/to/notes.policy.yaml -- npx -y notes-mcp` in parts. */
function gatewayStart(server: string, transport: Transport): Start | undefined {
  if (transport.type !== 'stdio') return undefined;
  const own = [transport.command, ...transport.args].map(plainValue);
  const env = Object.entries(transport.env).map(([name, value]) => [name, readersValue(value)] as const);
  return {
    command: 'node',
    args: [`${catalogFolder}/scripts/gateway.mjs`, '--policy', policyFile(server), '--', ...own],
    ...(env.length > 0 ? { env: record(env) } : {}),
  };
}

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

/** `${FOLDER:-.}` as `.`; a variable without a default as `<FOLDER>`, for the reader to fill in. */
const plainValue = (text: string) =>
  text.replaceAll(variable, (_, name: string, otherwise?: string) => otherwise ?? `<${name}>`);

/** What the catalog sets to ask a server is seldom what a person wants: a variable's value is theirs. */
const readersValue = (text: string) => text.replaceAll(variable, (_, name: string) => `<${name}>`);
