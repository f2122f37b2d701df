// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of declarations are written so.
/** From what people have already to files of the catalog's form. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addressServer } from '../src/declare/address.ts';
import type { Declared } from '../src/declare/declaration.ts';
import { npmServer } from '../src/declare/npm-package.ts';
import { idOf, type PlanOptions, planFiles } from '../src/declare/plan.ts';
import { declarationsIn } from '../src/declare/read-json.ts';
import { declaredServer, idPattern } from '../src/domain.ts';

/** What is written, by id. Everything that is written is a declaration as the catalog reads it. */
function written(declared: Declared, options: Partial<PlanOptions> = {}) {
  const { files, problems } = planFiles(declared, { taken: [], ...options });
  expect(problems).toEqual([]);
  return Object.fromEntries(
    files.map(({ id, text }) => {
      const server: unknown = parse(text);
      expect(declaredServer.safeParse(server).error, text).toBeUndefined();
      return [id, server];
    }),
  );
}
const from = (json: unknown, options?: Partial<PlanOptions>) =>
  written(declarationsIn(typeof json === 'string' ? json : JSON.stringify(json), 'mcp.json'), options);
const transportOf = (entry: object) => from({ mcpServers: { files: entry } })['files'];
const problemsOf = (json: unknown, options: Partial<PlanOptions> = {}) =>
  planFiles(declarationsIn(typeof json === 'string' ? json : JSON.stringify(json), 'mcp.json'), {
    taken: [],
    ...options,
  }).problems;

const stdio = { type: 'stdio', command: 'node', args: ['x.js'] };

describe('a file of a client', () => {
  const rows: { say: string; json: unknown; servers: object }[] = [
    {
      say: 'mcpServers with a command',
      json: { mcpServers: { files: { command: 'node', args: ['x.js'], env: { LEVEL: 'info' } } } },
      servers: { files: { transport: { ...stdio, env: { LEVEL: 'info' } } } },
    },
    {
      say: 'mcpServers with an address, whatever the key is called',
      json: { mcpServers: { a: { url: 'https://a.example/mcp' }, b: { serverUrl: 'https://b.example/mcp' } } },
      servers: {
        a: { transport: { type: 'http', url: 'https://a.example/mcp' } },
        b: { transport: { type: 'http', url: 'https://b.example/mcp' } },
      },
    },
    {
      say: 'comments, trailing commas and a byte order mark',
      json: '\ufeff{ // mine\n "mcpServers": { "files": { "command": "node", "args": ["x.js",], }, /* more */ }, }',
      servers: { files: { transport: stdio } },
    },
    {
      say: "VS Code's inputs, with a default where they are no password",
      json: {
        inputs: [
          { type: 'promptString', id: 'api-token', password: true, default: 'never this' },
          { type: 'pickString', id: 'region', options: ['eu', 'us'], default: 'eu' },
        ],
        servers: {
          remote: {
            type: 'http',
            url: 'https://example.com/mcp',
            headers: { Authorization: 'Bearer ${input:api-token}', 'X-Region': '${input:region}' },
          },
        },
      },
      servers: {
        remote: {
          transport: {
            type: 'http',
            url: 'https://example.com/mcp',
            headers: { Authorization: 'Bearer ${API_TOKEN}', 'X-Region': '${REGION:-eu}' },
          },
        },
      },
    },
    {
      say: "VS Code's settings, and variables of the environment",
      json: { mcp: { servers: { files: { command: 'node', args: ['x.js'], env: { TOKEN: '${env:MY_TOKEN}' } } } } },
      servers: { files: { transport: { ...stdio, env: { TOKEN: '${MY_TOKEN}' } } } },
    },
    {
      say: 'npx through the shell of Windows, and numbers among the arguments',
      json: { mcpServers: { files: { command: 'cmd', args: ['/c', 'npx', '-y', 'files@1.0.0', '--port', 8080] } } },
      servers: {
        files: { transport: { type: 'stdio', command: 'npx', args: ['-y', 'files@1.0.0', '--port', '8080'] } },
      },
    },
    {
      say: 'names that are no ids, and two that come to one id',
      json: {
        mcpServers: { 'My Files': { command: 'node' }, 'my-files': { command: 'deno' }, CON: { command: 'bun' } },
      },
      servers: {
        'my-files': { transport: { type: 'stdio', command: 'node' } },
        'my-files-2': { transport: { type: 'stdio', command: 'deno' } },
        'con-server': { transport: { type: 'stdio', command: 'bun' } },
      },
    },
  ];
  test.each(rows)('$say', ({ json, servers }) => {
    expect(from(json)).toEqual(servers);
  });

  test('only the servers that are named are taken, whatever is wrong with others', () => {
    const json = { mcpServers: { good: { command: 'node' }, bad: {} } };
    expect(Object.keys(from(json, { only: ['good'] }))).toEqual(['good']);
  });
});

describe('secrets', () => {
  const token = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');
  const random = '3f9a0c77b1e24d5b8a6690aa7d31cc02';
  const rows: { say: string; entry: object; kept: object }[] = [
    {
      say: 'in a variable, by its name',
      entry: { command: 'node', env: { GITHUB_TOKEN: 'abc', OpenAiApiKey: 'def', DB_PASSWORD: 'ghi' } },
      kept: {
        env: { GITHUB_TOKEN: '${GITHUB_TOKEN}', OpenAiApiKey: '${OPEN_AI_API_KEY}', DB_PASSWORD: '${DB_PASSWORD}' },
      },
    },
    {
      say: 'in a variable, by its value',
      entry: { command: 'node', env: { ACCOUNT: token, WORKSPACE: random } },
      kept: { env: { ACCOUNT: '${ACCOUNT}', WORKSPACE: '${WORKSPACE}' } },
    },
    {
      say: 'in headers',
      entry: { url: 'https://a.example/', headers: { Authorization: 'Bearer abc', 'X-Api-Key': 'def' } },
      kept: { headers: { Authorization: 'Bearer ${FILES_TOKEN}', 'X-Api-Key': '${FILES_X_API_KEY}' } },
    },
    {
      say: 'in arguments, in each of the ways that programs take them',
      entry: {
        command: 'npx',
        args: [
          'a@1.0.0',
          '--api-key',
          'abc',
          '--token=def',
          '-e',
          'KEY=ghi',
          '--header',
          'Authorization: Bearer jkl',
          token,
        ],
      },
      kept: {
        args: [
          'a@1.0.0',
          '--api-key',
          '${FILES_API_KEY}',
          '--token=${FILES_TOKEN}',
          '-e',
          'KEY=${FILES_KEY}',
          '--header',
          'Authorization: Bearer ${FILES_TOKEN_2}',
          '${FILES_SECRET}',
        ],
      },
    },
    {
      say: 'in addresses: the password, the query and the path',
      entry: {
        command: 'node',
        args: ['postgres://me:hunter2@db.example:5432/x', `https://a.example/s/${random}/mcp?key=abc&page=2`],
      },
      kept: {
        args: [
          'postgres://me:${FILES_PASSWORD}@db.example:5432/x',
          'https://a.example/s/${FILES_PATH}/mcp?key=${FILES_KEY}&page=2',
        ],
      },
    },
    {
      say: "in the server's own address",
      entry: { url: 'https://a.example/mcp?api_key=abc' },
      kept: { url: 'https://a.example/mcp?api_key=${FILES_API_KEY}' },
    },
    {
      say: 'but not what only looks like one',
      entry: {
        command: 'docker',
        args: [
          'run',
          `img@sha256:${random}${random}`,
          '@scope/server-filesystem@2026.8.31',
          `git+https://a.example/x#${random}`,
        ],
        env: {
          AUTH_TYPE: 'oauth',
          TOKEN_LIMIT: '4096',
          USE_KEY: 'true',
          LOG_FILE: '/var/log/a-long-name-of-a-file-2026.log',
        },
      },
      kept: {
        args: [
          'run',
          `img@sha256:${random}${random}`,
          '@scope/server-filesystem@2026.8.31',
          `git+https://a.example/x#${random}`,
        ],
        env: {
          AUTH_TYPE: 'oauth',
          TOKEN_LIMIT: '4096',
          USE_KEY: 'true',
          LOG_FILE: '/var/log/a-long-name-of-a-file-2026.log',
        },
      },
    },
  ];
  test.each(rows)('become variables $say', ({ entry, kept }) => {
    expect(transportOf(entry)).toMatchObject({ transport: kept });
  });

  test('of two servers never share a variable, unless they are one', () => {
    const json = {
      mcpServers: {
        a: { command: 'node', env: { API_KEY: 'one' } },
        b: { command: 'node', env: { API_KEY: 'two' } },
        c: { command: 'node', env: { API_KEY: 'one' } },
      },
    };
    const keys = Object.values(from(json)).map((server) => declaredServer.parse(server).transport);
    expect(keys).toMatchObject([
      { env: { API_KEY: '${API_KEY}' } },
      { env: { API_KEY: '${B_API_KEY}' } },
      { env: { API_KEY: '${API_KEY}' } },
    ]);
  });
});

describe('an entry of the registry', () => {
  const base = { name: 'io.github.ana/weather', description: 'Weather.', version: '1.0.0' };
  const npm = { registryType: 'npm', identifier: '@ana/weather', version: '1.2.3', transport: { type: 'stdio' } };
  const rows: { say: string; json: object; server: object }[] = [
    {
      say: 'an npm package, with facts about it',
      json: {
        ...base,
        title: 'Weather',
        websiteUrl: 'https://weather.example',
        repository: { url: 'https://github.com/ana/weather', source: 'github' },
        packages: [npm],
      },
      server: {
        title: 'Weather',
        publisher: 'ana',
        homepage: 'https://weather.example',
        repository: 'https://github.com/ana/weather',
        transport: { type: 'stdio', command: 'npx', args: ['-y', '@ana/weather@1.2.3'] },
      },
    },
    {
      say: 'arguments and variables: fixed, with a default, required, secret, and optional',
      json: {
        ...base,
        packages: [
          {
            ...npm,
            packageArguments: [
              { type: 'positional', value: 'serve' },
              { type: 'named', name: '--units', default: 'metric' },
              { type: 'positional', valueHint: 'root_dir', isRequired: true },
              { type: 'named', name: '--verbose' },
              {
                type: 'named',
                name: '--at',
                value: '{host}:{port}',
                variables: { host: { default: 'localhost' }, port: { isRequired: true } },
              },
            ],
            environmentVariables: [
              { name: 'WEATHER_KEY', isRequired: true, isSecret: true },
              { name: 'WEATHER_LANG', default: 'en' },
              { name: 'WEATHER_PROXY' },
            ],
          },
        ],
      },
      server: {
        publisher: 'ana',
        transport: {
          type: 'stdio',
          command: 'npx',
          args: [
            '-y',
            '@ana/weather@1.2.3',
            'serve',
            '--units',
            'metric',
            '${WEATHER_ROOT_DIR}',
            '--at',
            'localhost:${PORT}',
          ],
          env: { WEATHER_KEY: '${WEATHER_KEY}', WEATHER_LANG: '${WEATHER_LANG:-en}' },
        },
      },
    },
    {
      say: 'a Python package',
      json: { ...base, packages: [{ ...npm, registryType: 'pypi', identifier: 'weather' }] },
      server: { publisher: 'ana', transport: { type: 'stdio', command: 'uvx', args: ['weather@1.2.3'] } },
    },
    {
      say: 'an image, with its runtime arguments before it and its variables handed in',
      json: {
        ...base,
        packages: [
          {
            registryType: 'oci',
            identifier: 'ghcr.io/ana/weather:1.2.3',
            transport: { type: 'stdio' },
            runtimeArguments: [{ type: 'named', name: '--network', value: 'none' }],
            environmentVariables: [{ name: 'WEATHER_KEY', isRequired: true }],
          },
        ],
      },
      server: {
        publisher: 'ana',
        transport: {
          type: 'stdio',
          command: 'docker',
          args: ['run', '-i', '--rm', '--network', 'none', '-e', 'WEATHER_KEY', 'ghcr.io/ana/weather:1.2.3'],
          env: { WEATHER_KEY: '${WEATHER_KEY}' },
        },
      },
    },
    {
      say: 'a remote, where no package runs over stdio; streamable HTTP before the old stream',
      json: {
        ...base,
        packages: [{ ...npm, transport: { type: 'streamable-http', url: 'http://localhost:8080' } }],
        remotes: [
          { type: 'sse', url: 'https://weather.example/sse' },
          {
            type: 'streamable-http',
            url: 'https://{tenant}.weather.example/mcp',
            variables: { tenant: { default: 'www' } },
            headers: [
              {
                name: 'Authorization',
                value: 'Bearer {token}',
                variables: { token: { isRequired: true, isSecret: true } },
              },
            ],
          },
        ],
      },
      server: {
        publisher: 'ana',
        transport: {
          type: 'http',
          url: 'https://www.weather.example/mcp',
          headers: { Authorization: 'Bearer ${TOKEN}' },
        },
      },
    },
  ];
  test.each(rows)('$say', ({ json, server }) => {
    expect(from(json)).toEqual({ weather: server });
    expect(from({ server: json, _meta: {} })).toEqual({ weather: server });
    expect(from({ servers: [{ server: json }] })).toEqual({ weather: server });
  });
});

describe('an npm package', () => {
  const rows: { say: string; said: object; server: object }[] = [
    {
      say: 'is pinned, and told of by what npm says',
      said: {
        name: '@maker/mcp',
        version: '2.0.1',
        license: 'MIT',
        author: 'A. Maker <a@example.com>',
        repository: { url: 'git+ssh://git@github.com/maker/mcp.git' },
        homepage: 'https://github.com/maker/mcp#readme',
        bin: { 'maker-mcp': 'cli.js' },
      },
      server: {
        maker: {
          publisher: 'A. Maker',
          repository: 'https://github.com/maker/mcp',
          license: 'MIT',
          transport: { type: 'stdio', command: 'npx', args: ['-y', '@maker/mcp@2.0.1'] },
        },
      },
    },
    {
      say: 'with several commands is started by the one that sounds like a server',
      said: {
        name: 'tool',
        version: '1.0.0',
        license: 'SEE LICENSE IN X',
        bin: { helper: 'a.js', 'tool-mcp': 'b.js' },
      },
      server: {
        tool: { transport: { type: 'stdio', command: 'npx', args: ['-y', '--package', 'tool@1.0.0', 'tool-mcp'] } },
      },
    },
    {
      say: 'of which several versions match is taken in the newest',
      said: [
        { name: 'tool', version: '1.0.0', bin: 'a.js' },
        { name: 'tool', version: '1.1.0', bin: 'a.js' },
      ],
      server: { tool: { transport: { type: 'stdio', command: 'npx', args: ['-y', 'tool@1.1.0'] } } },
    },
  ];
  test.each(rows)('$say', ({ said, server }) => {
    expect(written(npmServer(said, 'x'))).toEqual(server);
  });

  const repositories: [string, string | undefined][] = [
    ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
    ['git://github.com/a/b.git', 'https://github.com/a/b'],
    ['git@gitlab.com:a/b.git', 'https://gitlab.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    ['a/b', 'https://github.com/a/b'],
    ['javascript:alert(1)', undefined],
  ];
  test.each(repositories)('names its repository %s as %s', (repository, address) => {
    const server = Object.values(written(npmServer({ name: 'a', version: '1.0.0', bin: 'a.js', repository }, 'a')))[0];
    expect(declaredServer.parse(server).repository).toBe(address);
  });
});

describe('an address', () => {
  const rows: [string, string][] = [
    ['https://mcp.example.com/mcp', 'example'],
    ['https://example.com/mcp', 'example'],
    ['http://localhost:3000/mcp', 'localhost'],
    ['http://127.0.0.1:3000/mcp', '127-0-0-1'],
  ];
  test.each(rows)('%s is called %s', (url, id) => {
    expect(written(addressServer(url))).toEqual({ [id]: { transport: { type: 'http', url } } });
  });
});

test.each(['Üñï çødé', '../x', '', '__proto__', 'a'.repeat(300), '日本語', '-x-', 'NUL', 'a/b.c'])(
  'an id can be made of "%s"',
  (name) => {
    expect(idOf(name)).toMatch(idPattern);
  },
);

describe('problems say where, what, and what to do', () => {
  const rows: { say: string; json: unknown; options?: Partial<PlanOptions>; problems: RegExp[] }[] = [
    {
      say: 'no JSON',
      json: '{\n  "mcpServers": {,}\n}',
      problems: [/^mcp\.json:2:18: not JSON .* Correct it there\.$/],
    },
    { say: 'another form', json: { tools: [] }, problems: [/^mcp\.json: no MCP servers in it\. It should hold/] },
    { say: 'no form at all', json: [], problems: [/^mcp\.json: no MCP servers in it/] },
    {
      say: 'every server that is wrong, in one go',
      json: { mcpServers: { a: {}, b: { command: 3 }, c: { command: 'x', env: [] } } },
      problems: [/mcpServers\.a: neither "command" nor "url"/, /mcpServers\.b\.command: /, /mcpServers\.c\.env: /],
    },
    {
      say: 'an address that is none',
      json: { mcpServers: { a: { url: 'ftp://example.com' } } },
      problems: [/^a: transport\.url: must be an http or https address/],
    },
    {
      say: 'a kind of package that cannot be started',
      json: {
        name: 'a/b',
        packages: [
          { registryType: 'mcpb', identifier: 'x' },
          { registryType: '__proto__', identifier: 'x' },
        ],
      },
      problems: [/^mcp\.json: nothing to ask: mcpb over stdio, __proto__ over stdio\. Known are npm, pypi, oci, nuget/],
    },
    {
      say: 'a name that is not there',
      json: { mcpServers: { a: { command: 'x' } } },
      options: { only: ['b'] },
      problems: [/^--server b: there is none of that name\. There are: a\.$/],
    },
    {
      say: 'one id for many',
      json: { mcpServers: { a: { command: 'x' }, b: { command: 'x' } } },
      options: { id: 'c' },
      problems: [/^--id c: there are 2 servers\. Choose one with --server: a, b\.$/],
    },
    {
      say: 'an id that is none',
      json: { mcpServers: { a: { command: 'x' } } },
      options: { id: 'Not An Id' },
      problems: [/^--id Not An Id: not an id\. .* such as not-an-id\.$/],
    },
    {
      say: 'an id that is taken, in whatever case',
      json: { mcpServers: { Files: { command: 'x' } } },
      options: { taken: ['FILES'] },
      problems: [/^files: declared already\. Overwrite it with --force/],
    },
  ];
  test.each(rows)('$say', ({ json, options, problems }) => {
    expect(problemsOf(json, options)).toEqual(problems.map((each) => expect.stringMatching(each)));
  });
});

describe('npm run add', () => {
  const folder = mkdtempSync(join(tmpdir(), 'declare-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, 'content');
  const servers = join(content, 'servers');
  const config = join(folder, 'mcp.json');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const said = JSON.stringify({ name: 'weather', version: '3.2.1', bin: 'a.js' });
  writeFileSync(
    join(bin, 'npm'),
    `#!/bin/sh\nif [ "$4" = weather ]; then echo '${said}'; else echo '{"error":{"code":"E404"}}'; exit 1; fi\n`,
  );
  chmodSync(join(bin, 'npm'), 0o755);

  const add = (...args: string[]) => {
    const PATH = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/add.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, PATH, CONTENT_DIR: content },
    });
    return { status, stdout, stderr };
  };
  const files = () => readdirSync(content, { recursive: true }).map(String).sort();
  const configure = (mcpServers: object) => writeFileSync(config, JSON.stringify({ mcpServers }));

  test('writes every server, names every file and variable, and never a secret', () => {
    configure({ files: { command: 'node' }, mail: { command: 'node', env: { MAIL_TOKEN: 'swordfish' } } });
    const { status, stdout } = add(config);
    expect({ status, files: files() }).toEqual({
      status: 0,
      files: ['servers', 'servers/files.yaml', 'servers/mail.yaml'].map((file) => join(file)),
    });
    for (const name of ['files.yaml', 'mail.yaml', 'MAIL_TOKEN']) expect(stdout).toContain(name);
    const all = stdout + readFileSync(join(servers, 'mail.yaml'), 'utf8');
    expect(all).not.toContain('swordfish');
  });

  test('writes nothing over a file, nor a part of a source, unless it is forced', () => {
    const before = readFileSync(join(servers, 'files.yaml'), 'utf8');
    configure({ files: { command: 'deno' }, more: { command: 'deno' } });
    const refused = add(config);
    expect(refused).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('files: declared already'),
    });
    expect(readFileSync(join(servers, 'files.yaml'), 'utf8')).toBe(before);
    expect(files()).not.toContain(join('servers', 'more.yaml'));
    expect(add(config, '--force').status).toBe(0);
    expect(parse(readFileSync(join(servers, 'files.yaml'), 'utf8'))).toMatchObject({ transport: { command: 'deno' } });
  });

  test('asks npm for the version, and takes the id that is given', () => {
    expect(add('npm:weather', '--id', 'rain').status).toBe(0);
    expect(parse(readFileSync(join(servers, 'rain.yaml'), 'utf8'))).toEqual({
      transport: { type: 'stdio', command: 'npx', args: ['-y', 'weather@3.2.1'] },
    });
  });

  test('tells programs what it did, and what it would do', () => {
    const { status, stdout } = add('https://mcp.example.com/mcp?key=abc', '--dry-run', '--json');
    expect({ status, json: JSON.parse(stdout) }).toMatchObject({
      status: 0,
      json: {
        dryRun: true,
        problems: [],
        files: [{ id: 'example', replaces: false, variables: [{ name: 'EXAMPLE_KEY', place: 'url' }] }],
      },
    });
    expect(files()).not.toContain(join('servers', 'example.yaml'));
  });

  const wrong: { say: string; args: string[]; status: number; says: RegExp }[] = [
    { say: 'no source', args: [], status: 2, says: /Name a source/ },
    { say: 'two sources', args: ['a', 'b'], status: 2, says: /one source at a time/ },
    { say: 'an unknown option', args: ['--overwrite'], status: 2, says: /--overwrite/ },
    {
      say: 'a file that is not there',
      args: ['nowhere.json'],
      status: 1,
      says: /nowhere\.json: there is no such file/,
    },
    { say: 'a package without npm: before it', args: ['@a/b'], status: 1, says: /write npm:@a\/b/ },
    { say: 'a package that npm does not know', args: ['npm:unknown'], status: 1, says: /npm knows no such package/ },
    { say: 'an option in the place of a package', args: ['npm:--help'], status: 1, says: /not a package/ },
    { say: 'an address that is none', args: ['ftp://example.com'], status: 1, says: /not an http or https address/ },
  ];
  test.each(wrong)('says what is wrong with $say', ({ args, status, says }) => {
    const before = files();
    const done = add(...args);
    expect(done).toEqual({ status, stdout: '', stderr: expect.stringMatching(says) });
    expect(files()).toEqual(before);
  });

  test('explains itself', () => {
    const help = execFileSync(process.execPath, ['scripts/add.ts', '--help'], { encoding: 'utf8' });
    for (const word of ['mcp.json', 'server.json', 'npm:package', '--force', '--dry-run', 'CONTENT_DIR', 'Exit codes'])
      expect(help).toContain(word);
  });
});
