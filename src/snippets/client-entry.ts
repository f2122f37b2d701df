/** Servers in the form of each client's own list of servers: what is started by a command, and what has an address. */
import { stringify } from 'smol-toml';
import { escapeInvisible } from '../policy/invisible.ts';
import { printJson, record } from './text.ts';

export type Start = { command: string; args: readonly string[]; env: Texts };
export type Address = { url: string; headers: Texts };
type Texts = readonly (readonly [name: string, value: string])[];

/** By the key that the client is to know it by. */
export type Entry = { serverKey: string } & (Start | Address);

type ClientForm = {
  /** Where the text goes, as the client's users write it. */
  file: string;
  language: 'json' | 'toml';
  /** The text with these servers and no others: a reader puts it beside those that are there. */
  write: (entries: readonly Entry[]) => string;
};

const jsonUnder =
  (list: string, start: (start: Start) => object, address: (address: Address) => object): ClientForm['write'] =>
  (entries) =>
    printJson({
      [list]: record(
        entries.map((entry) => [entry.serverKey, 'url' in entry ? address(entry) : start(entry)] as const),
      ),
    });

const plainStart = ({ command, args, env }: Start) => ({ command, args, ...texts('env', env) });
const plainAddress = ({ url, headers }: Address) => ({ url, ...texts('headers', headers) });

/** Left out where there is none. */
function texts(key: string, values: Texts): { [key: string]: { [name: string]: string } } {
  return values.length > 0 ? { [key]: record(values) } : {};
}

/** The forms, by the documentation that `install.ts` links to. */
export const clientForms = {
  'claude-code': {
    file: '.mcp.json',
    language: 'json',
    write: jsonUnder('mcpServers', plainStart, (address) => ({ type: 'http', ...plainAddress(address) })),
  },
  'claude-desktop': {
    file: 'claude_desktop_config.json',
    language: 'json',
    write: jsonUnder('mcpServers', plainStart, plainAddress),
  },
  codex: { file: '~/.codex/config.toml', language: 'toml', write: codexTables },
  vscode: {
    file: '.vscode/mcp.json',
    language: 'json',
    write: jsonUnder(
      'servers',
      (start) => ({ type: 'stdio', ...plainStart(start) }),
      (address) => ({ type: 'http', ...plainAddress(address) }),
    ),
  },
  'copilot-cli': {
    file: '~/.copilot/mcp-config.json',
    language: 'json',
    write: jsonUnder(
      'mcpServers',
      (start) => ({ type: 'local', ...plainStart(start), tools: ['*'] }),
      (address) => ({ type: 'http', ...plainAddress(address), tools: ['*'] }),
    ),
  },
  'cursor-cli': {
    file: '.cursor/mcp.json',
    language: 'json',
    write: jsonUnder('mcpServers', plainStart, plainAddress),
  },
  'gemini-cli': {
    file: '.gemini/settings.json',
    language: 'json',
    // Its `url` means the older transport, with server-sent events.
    write: jsonUnder('mcpServers', plainStart, ({ url, headers }) => ({ httpUrl: url, ...texts('headers', headers) })),
  },
  opencode: {
    file: 'opencode.json',
    language: 'json',
    write: jsonUnder(
      'mcp',
      ({ command, args, env }) => ({ type: 'local', command: [command, ...args], ...texts('environment', env) }),
      (address) => ({ type: 'remote', ...plainAddress(address) }),
    ),
  },
  windsurf: {
    file: '~/.codeium/windsurf/mcp_config.json',
    language: 'json',
    write: jsonUnder('mcpServers', plainStart, ({ url, headers }) => ({
      serverUrl: url,
      ...texts('headers', headers),
    })),
  },
  zed: {
    file: '~/.config/zed/settings.json',
    language: 'json',
    write: jsonUnder('context_servers', plainStart, plainAddress),
  },
} as const satisfies Record<string, ClientForm>;

export type ClientId = keyof typeof clientForms;

function codexTables(entries: readonly Entry[]): string {
  const tables = entries.map(
    (entry) =>
      [
        entry.serverKey,
        'url' in entry ? { url: entry.url, ...texts('http_headers', entry.headers) } : plainStart(entry),
      ] as const,
  );
  return escapeInvisible(stringify({ mcp_servers: record(tables) }));
}
