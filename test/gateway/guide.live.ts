/** The guide "Run the gateway", as written: its files, its commands, and the client's entry with a real server. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metaKey } from '../../src/gateway/replies.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'content/guides/run-the-gateway.mdx'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gateway-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = (language: string) =>
  [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, of]) => of === language)
    .map(([, , text = '']) => text.replaceAll('/path/to/catalog', root).replaceAll('/path/to/', `${folder}/`));

beforeAll(() => {
  const [policy = '', ...more] = blocks('yaml');
  expect(more).toEqual([]);
  writeFileSync(join(folder, 'memory.policy.yaml'), policy);
});

test.each(blocks('sh'))('the command works: %s', (command) => {
  const { status, stdout } = spawnSync('sh', ['-ec', command], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).not.toBe('');
});

test('the entry starts the server behind the policy, and all happens that the guide says', async () => {
  const [text = ''] = blocks('json');
  const { command, args } = JSON.parse(text).mcpServers.memory as { command: string; args: string[] };
  const client = new Client({ name: 'guide', version: '1.0.0' });
  const env = { ...(process.env as { [name: string]: string }), MEMORY_FILE_PATH: join(folder, 'memory.jsonl') };
  await client.connect(new StdioClientTransport({ command, args, env, cwd: '/', stderr: 'ignore' }), {
    timeout: 300_000,
  });
  const call = async (name: string, given = {}) => (await client.callTool({ name, arguments: given })) as Result;
  const names = (await client.listTools()).tools.map(({ name }) => name);
  expect(names).toContain('delete_entities');
  expect(names).not.toContain('delete_relations');
  expect((await call('read_graph')).isError ?? false).toBe(false);
  expect((await call('delete_entities')).content[0]?.text).toBe('Refused by policy: Deleting is for people.');
  expect((await call('open_nodes')).content[0]?.text).toBe(
    'Refused by policy: Only the tools listed here are open to agents.',
  );
  await expect(call('delete_relations')).rejects.toThrow('Unknown tool: delete_relations');
  expect((await call('create_entities'))._meta?.[metaKey]).toMatchObject({ rule: 'approval' });
  expect((await call('search_nodes', { query: 'x'.repeat(101) }))._meta?.[metaKey]).toMatchObject({
    rule: 'arguments',
  });
  await Promise.all(Array.from({ length: 10 }, () => call('search_nodes', { query: 'x' })));
  expect((await call('search_nodes', { query: 'x' }))._meta?.[metaKey]).toMatchObject({
    rule: 'rate_limit',
    retryable: true,
    retryAfterSeconds: expect.any(Number),
  });
  await client.close();
  const lines = readFileSync(join(folder, 'memory.audit.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).outcome)).toContain('allow');
});

type Result = {
  isError?: boolean;
  content: { text: string }[];
  _meta?: { [key: string]: unknown };
};
