/** How a server is added to each client: the text for its file or the command, with what a reader must fill in. */
import type { Transport } from '../domain.ts';
import { type ClientId, clientForms, type Entry } from './client-entry.ts';
import { plainValue, readersValue } from './placeholders.ts';

type Client = {
  /** The same as of the client's snippets: what a browser remembers holds for both. */
  id: ClientId;
  title: string;
  /** Where its list of servers is documented. */
  docs: string;
  /** A command that writes the file by itself. */
  command?: (entry: Entry) => string[];
  /** Servers with an address are no matter of the file: where they are added instead. */
  addresses?: string;
};

export const clients: readonly Client[] = [
  { id: 'claude-code', title: 'Claude Code', docs: 'https://code.claude.com/docs/en/mcp', command: claudeCommand },
  {
    id: 'claude-desktop',
    title: 'Claude Desktop',
    docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
    addresses: 'Settings, Connectors, Add custom connector',
  },
  { id: 'codex', title: 'Codex', docs: 'https://developers.openai.com/codex/mcp', command: codexCommand },
  { id: 'vscode', title: 'VS Code', docs: 'https://code.visualstudio.com/docs/copilot/customization/mcp-servers' },
  { id: 'cursor-cli', title: 'Cursor', docs: 'https://cursor.com/docs/context/mcp' },
  { id: 'gemini-cli', title: 'Gemini CLI', docs: 'https://geminicli.com/docs/tools/mcp-server/' },
  {
    id: 'copilot-cli',
    title: 'Copilot CLI',
    docs: 'https://docs.github.com/en/copilot/how-tos/use-copilot-agents/use-copilot-cli',
  },
  { id: 'opencode', title: 'opencode', docs: 'https://opencode.ai/docs/mcp-servers/' },
  { id: 'zed', title: 'Zed', docs: 'https://zed.dev/docs/ai/mcp' },
  { id: 'windsurf', title: 'Windsurf', docs: 'https://docs.windsurf.com/windsurf/cascade/mcp' },
];

export type Installation = {
  id: ClientId;
  title: string;
  docs: string;
  /** Where the text goes. */
  file: string;
  text: string;
  /** One line for a POSIX shell; absent where there is none, or where a name or a value cannot be shown in one. */
  command?: string;
  /** What the client cannot be told. */
  note?: string;
};

/** For every client; variables without a value stand as `<NAME>`. */
export function installations(serverKey: string, transport: Transport): Installation[] {
  const entry = entryOf(serverKey, transport);
  return clients.map(({ id, title, docs, command, addresses }) => {
    const about = { id, title, docs };
    if ('url' in entry && addresses !== undefined) {
      const headers = entry.headers.map(([name]) => name).join(', ');
      const note = `${title} sends no headers of your own, and this server is asked with ${headers}.`;
      return { ...about, file: addresses, text: `${entry.url}\n`, ...(headers && { note }) };
    }
    const { file, write } = clientForms[id];
    const line = command && shellLine(command(entry));
    return { ...about, file, text: write([entry]), ...(line && { command: line }) };
  });
}

function entryOf(serverKey: string, transport: Transport): Entry {
  const filledIn = (values: { [name: string]: string }) =>
    Object.entries(values).map(([name, value]) => [name, readersValue(value)] as const);
  if (transport.type === 'http') {
    return { serverKey, url: plainValue(transport.url), headers: filledIn(transport.headers) };
  }
  const { command, args, env } = transport;
  return { serverKey, command: plainValue(command), args: args.map(plainValue), env: filledIn(env) };
}

/** Each option before one with a single value: `--env` and `--header` take all that follows up to the next option. */
function claudeCommand(entry: Entry): string[] {
  const add = ['claude', 'mcp', 'add'];
  if ('url' in entry) {
    const headers = entry.headers.flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
    return [...add, ...headers, '--transport', 'http', entry.serverKey, entry.url];
  }
  const env = entry.env.flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  return [...add, ...env, '--transport', 'stdio', entry.serverKey, '--', entry.command, ...entry.args];
}

/** It takes no headers: those stand in the file alone. */
function codexCommand(entry: Entry): string[] {
  const add = ['codex', 'mcp', 'add', entry.serverKey];
  if ('url' in entry) return entry.headers.length > 0 ? [] : [...add, '--url', entry.url];
  const env = entry.env.flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  return [...add, ...env, '--', entry.command, ...entry.args];
}

/** Undefined where there is no word, or where one holds what a person would not see, or a second line. */
function shellLine(words: readonly string[]): string | undefined {
  if (words.length === 0 || words.some((word) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(word))) return undefined;
  return `${words.map(quoted).join(' ')}\n`;
}

const quoted = (word: string) => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

const runners = new Map([
  ['npx', 'Node.js, which brings `npx`'],
  ['node', 'Node.js'],
  ['uvx', 'uv, which brings `uvx`'],
  ['uv', 'uv'],
  ['pipx', 'pipx'],
  ['docker', 'Docker'],
  ['podman', 'Podman'],
  ['bunx', 'Bun, which brings `bunx`'],
  ['deno', 'Deno'],
  ['go', 'Go'],
  ['dotnet', '.NET'],
  ['dnx', '.NET 10, which brings `dnx`'],
]);

/** What must be there to start the server, where that is known by the command. */
export const needs = (transport: Transport): string | undefined =>
  transport.type === 'stdio' ? runners.get(transport.command) : undefined;
