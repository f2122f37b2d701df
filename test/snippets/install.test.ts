/** How a server is added to each client: what is printed is read back by strict readers and by a shell. */
import { execFileSync } from 'node:child_process';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { declaredServer, type Transport } from '../../src/domain.ts';
import { installOf } from '../../src/page/install.ts';
import { clients, installations } from '../../src/snippets/install.ts';
import { snippets } from '../../src/snippets/list.ts';
import { serverOf } from '../page/catalog.ts';

const start = (more: Partial<Extract<Transport, { type: 'stdio' }>>): Transport => ({
  type: 'stdio',
  command: 'npx',
  args: [],
  env: {},
  ...more,
});
const address = (url: string, headers = {}): Transport => ({ type: 'http', url, headers });

const odd = {
  command: 'C:\\Program Files\\node.exe',
  args: [`it's "quoted"`, '$HOME `id` \\', '', '名前', '--', '__proto__', 'a;b&&c|d>e'],
  env: { __proto__x: `'"$\\`, EMPTY: '' },
};

const servers: { [name: string]: Transport } = {
  npm: start({ args: ['-y', '@example/files-mcp@1.2.3', '${FOLDER:-.}'], env: { API_KEY: '${FILES_KEY}', TZ: 'UTC' } }),
  pypi: start({ command: 'uvx', args: ['example-mcp==0.4.0', '--region', '${REGION}'] }),
  docker: start({
    command: 'docker',
    args: ['run', '-i', '--rm', '-e', 'TOKEN', 'example/mcp:2'],
    env: { TOKEN: '${TOKEN}' },
  }),
  remote: address('https://mcp.example.com/mcp?team=${TEAM}', { Authorization: 'Bearer ${MCP_TOKEN}' }),
  open: address('https://mcp.example.com/mcp'),
  odd: start(odd),
};

const texts = z.record(z.string(), z.string());
type Read = {
  command?: string;
  args?: string[];
  env?: object | undefined;
  url?: string;
  headers?: object | undefined;
};

/** By each client's own documentation of its list; a key that it does not know is an error. */
const plain = { command: z.string(), args: z.array(z.string()), env: texts.optional() };
const under = (list: string, entry: z.ZodType<Read>) => (text: string) =>
  z.strictObject({ [list]: z.strictObject({ files: entry }) }).parse(JSON.parse(text))[list]?.files;
const either = (local: object, remote: object, url = 'url') =>
  z
    .union([
      z.strictObject({ ...plain, ...local }),
      z.strictObject({ [url]: z.string(), headers: texts.optional(), ...remote }),
    ])
    .transform((read): Read => ({ ...read, ...(url in read ? { url: String((read as never)[url]) } : {}) }));
const readers: { [id: string]: (text: string) => Read | undefined } = {
  'claude-code': under('mcpServers', either({}, { type: z.literal('http') })),
  'claude-desktop': under('mcpServers', z.strictObject(plain)),
  codex: (text) =>
    z
      .strictObject({
        mcp_servers: z.strictObject({
          files: z.union([
            z.strictObject(plain),
            z
              .strictObject({ url: z.string(), http_headers: texts.optional() })
              .transform(({ url, http_headers: headers }): Read => ({ url, headers })),
          ]),
        }),
      })
      .parse(parseToml(text)).mcp_servers.files,
  vscode: under('servers', either({ type: z.literal('stdio') }, { type: z.literal('http') })),
  'cursor-cli': under('mcpServers', either({}, {})),
  'gemini-cli': under('mcpServers', either({}, {}, 'httpUrl')),
  'copilot-cli': under(
    'mcpServers',
    either(
      { type: z.literal('local'), tools: z.tuple([z.literal('*')]) },
      { type: z.literal('http'), tools: z.tuple([z.literal('*')]) },
    ),
  ),
  opencode: under(
    'mcp',
    z.union([
      z
        .strictObject({ type: z.literal('local'), command: z.array(z.string()), environment: texts.optional() })
        .transform(({ command: [command = '', ...args], environment: env }): Read => ({ command, args, env })),
      z.strictObject({ type: z.literal('remote'), url: z.string(), headers: texts.optional() }),
    ]),
  ),
  zed: under('context_servers', either({}, {})),
  windsurf: under('mcpServers', either({}, {}, 'serverUrl')),
};

const meant: { [name: string]: Read } = {
  npm: {
    command: 'npx',
    args: ['-y', '@example/files-mcp@1.2.3', '.'],
    env: { API_KEY: '<FILES_KEY>', TZ: 'UTC' },
  },
  pypi: { command: 'uvx', args: ['example-mcp==0.4.0', '--region', '<REGION>'] },
  docker: {
    command: 'docker',
    args: ['run', '-i', '--rm', '-e', 'TOKEN', 'example/mcp:2'],
    env: { TOKEN: '<TOKEN>' },
  },
  remote: { url: 'https://mcp.example.com/mcp?team=<TEAM>', headers: { Authorization: 'Bearer <MCP_TOKEN>' } },
  open: { url: 'https://mcp.example.com/mcp' },
  odd,
};

test('every client of the switch has a reader, and goes by the id of its snippets', () => {
  expect(clients.map(({ id }) => id).toSorted()).toEqual(Object.keys(readers).toSorted());
  const known = new Set<string>(clients.map(({ id }) => id));
  expect(snippets.flatMap(({ entry = '' }) => (entry === '' || known.has(entry) ? [] : [entry]))).toEqual([]);
});

describe.each(Object.entries(servers))('%s', (name, transport) => {
  const made = installations('files', transport);

  test('stands in each client’s file as the golden file shows', async () => {
    const parts = made.map(
      ({ title, file, text, command, note }) =>
        `# ${title}: ${file}\n${command ? `$ ${command}` : ''}${text}${note ? `# ${note}\n` : ''}`,
    );
    await expect(parts.join('\n')).toMatchFileSnapshot(`../golden/install/${name}.txt`);
  });

  test.each(
    made.filter(({ id, file }) => id !== 'claude-desktop' || file.endsWith('.json')).map((one) => [one.id, one.text]),
  )('%s reads back the same server', (id, text) => {
    expect(readers[id]?.(text)).toMatchObject(meant[name] ?? {});
  });

  test('a shell reads each command as it is meant', () => {
    for (const { id, command } of made) {
      if (!command) continue;
      const [program = ''] = command.split(' ');
      const script = `${program}() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
      const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
      expect(words.slice(0, 2), id).toEqual(['mcp', 'add']);
      const { command: own = '', args = [], env = {}, url, headers = {} } = meant[name] ?? {};
      if (url) expect(words.at(-1)).toBe(url);
      else expect(words.slice(words.indexOf('--') + 1)).toEqual([own, ...args]);
      const options = words.filter((_, at) => words[at - 1] === '--env' || words[at - 1] === '--header');
      expect(options).toEqual([
        ...Object.entries(env).map(([key, value]) => `${key}=${value}`),
        ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
      ]);
    }
  });
});

test('a word that a person would not see stands in no command, and as an escape in a file', () => {
  const [claude] = installations('files', start({ args: ['a\u202eb', 'two\nlines'] }));
  expect(claude?.command).toBeUndefined();
  expect(claude?.text).toContain('"a\\u202eb"');
});

test('a page says what is needed and what is left to fill in, and prints no secret of a careless declaration', () => {
  const declared = declaredServer.parse({
    transport: {
      type: 'stdio',
      command: 'uvx',
      args: ['example-mcp'],
      env: { API_KEY: 'sk-live-0123456789abcdef0123' },
    },
  });
  const { before, clients: shown } = installOf(serverOf('files', [], { declared }));
  expect(before).toMatch(/^It needs uv, which brings uvx\. Put your own values in place of <[A-Z_]+>\.$/);
  expect(JSON.stringify(shown)).not.toContain('sk-live');
});

test('a server with an address has no gateway before it in any client, and the page says why', () => {
  const declared = declaredServer.parse({ transport: { type: 'http', url: 'https://mcp.example.com/mcp' } });
  const { clients: shown, noGateway } = installOf(serverOf('files', [], { declared }));
  expect(shown.filter(({ gateway }) => gateway)).toEqual([]);
  expect(noGateway).toMatch(/reached by its address/);
});
