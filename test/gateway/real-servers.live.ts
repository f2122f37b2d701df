/** The gateway in front of real servers of the catalog, with the SDK's own client. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readDeclaredServers } from '../../src/content.ts';
import { metaKey } from '../../src/gateway/replies.ts';
import { fixtureServer, gatewayScript } from './started.ts';

type Case = {
  server: string;
  /** A tool, arguments that pass and the schema that they pass by, and arguments that do not. */
  open: { tool: string; args: object; schema: string; wrong: object };
  denied: string;
  hidden: string;
  asked: { tool: string; args: object };
  tools: number;
};

const cases: Case[] = [
  {
    server: 'everything',
    open: {
      tool: 'echo',
      args: { message: 'hello' },
      schema: '{ properties: { message: { maxLength: 10 } } }',
      wrong: { message: 'a longer text' },
    },
    denied: 'get-env',
    hidden: 'gzip-file-as-resource',
    asked: { tool: 'get-sum', args: { a: 1, b: 2 } },
    tools: 13,
  },
  {
    server: 'memory',
    open: {
      tool: 'search_nodes',
      args: { query: 'x' },
      schema: '{ properties: { query: { pattern: "^[a-z]$" } } }',
      wrong: { query: 'x y' },
    },
    denied: 'delete_entities',
    hidden: 'delete_relations',
    asked: { tool: 'create_entities', args: { entities: [] } },
    tools: 9,
  },
  {
    server: 'filesystem',
    open: {
      tool: 'list_directory',
      args: { path: '.' },
      schema: '{ properties: { path: { const: . } }, required: [path] }',
      wrong: { path: '..' },
    },
    denied: 'write_file',
    hidden: 'move_file',
    asked: { tool: 'list_allowed_directories', args: {} },
    tools: 14,
  },
];

const { servers } = readDeclaredServers('content');
const folder = mkdtempSync(join(tmpdir(), 'gateway-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open: Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
});

const policyOf = ({ server, open: { tool, schema }, denied, hidden, asked }: Case) => `version: 1
server: ${server}
default: allow
tools:
  ${tool}: { action: allow, rate_limit: { max: 10, window: 3600 }, arguments: ${schema} }
  ${denied}: { action: deny, reason: Not for agents. }
  ${hidden}: { action: hide }
  ${asked.tool}: { action: require_approval }
`;

async function connect(each: Case, answer?: () => { action: 'accept' | 'decline'; content?: { approve: boolean } }) {
  const transport = servers.get(each.server)?.transport;
  if (transport?.type !== 'stdio') throw new Error(`${each.server} is not declared as a stdio server`);
  const policy = join(folder, `${each.server}.yaml`);
  const record = join(folder, `${each.server}.received`);
  const audit = join(folder, `${each.server}.jsonl`);
  rmSync(audit, { force: true });
  writeFileSync(policy, policyOf(each));
  const client = new Client({ name: 'live', version: '1.0.0' }, { capabilities: answer ? { elicitation: {} } : {} });
  if (answer) client.setRequestHandler(ElicitRequestSchema, () => answer());
  const server = [process.execPath, fixtureServer('tee.ts'), record, transport.command, ...transport.args];
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [gatewayScript, '--policy', policy, '--audit', audit, '--', ...server],
      env: { ...(process.env as { [name: string]: string }), MEMORY_FILE_PATH: join(folder, 'memory.jsonl') },
      stderr: 'ignore',
    }),
    { timeout: 300_000 },
  );
  open.push(client);
  const received = (tool: string) =>
    readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .filter(({ method, params }) => method === 'tools/call' && params.name === tool);
  const call = (name: string, args: object = {}) =>
    client.callTool({ name, arguments: args as { [name: string]: unknown } });
  return { client, call, received, audit: () => readFileSync(audit, 'utf8').trim().split('\n') };
}

const dataOf = (result: { _meta?: { [key: string]: unknown } | undefined }) => result._meta?.[metaKey];

describe.each(cases)('$server', (each) => {
  test('lists its tools without the hidden one', async () => {
    const { client } = await connect(each);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toHaveLength(each.tools - 1);
    expect(names).not.toContain(each.hidden);
    expect(names).toContain(each.denied);
  });

  test('gets an allowed call, and neither a denied, a hidden, an unknown nor a wrong one', async () => {
    const { call, received } = await connect(each);
    const { tool, args, wrong } = each.open;
    expect((await call(tool, args)).isError ?? false).toBe(false);
    expect(await call(each.denied)).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: 'Refused by policy: Not for agents.' }],
    });
    const unknown = await call('no_such_tool').catch((error: Error) => error.message);
    const hidden = await call(each.hidden).catch((error: Error) => error.message);
    expect(hidden).toBe(String(unknown).replace('no_such_tool', each.hidden));
    expect(dataOf(await call(tool, wrong))).toMatchObject({ rule: 'arguments' });
    expect(received(tool)).toHaveLength(1);
    for (const name of [each.denied, each.hidden, 'no_such_tool']) expect(received(name)).toEqual([]);
  });

  test('gets exactly 10 of 200 calls at once at a limit of 10', async () => {
    const { call, received, audit } = await connect(each);
    const { tool, args } = each.open;
    const results = await Promise.all(Array.from({ length: 200 }, () => call(tool, args)));
    expect(received(tool)).toHaveLength(10);
    expect(results.filter((result) => dataOf(result) === undefined)).toHaveLength(10);
    const limited = { rule: 'rate_limit', retryable: true, retryAfterSeconds: expect.any(Number) };
    expect(results.filter((result) => dataOf(result)).map(dataOf)).toEqual(
      Array.from({ length: 190 }, () => expect.objectContaining(limited)),
    );
    expect(audit()).toHaveLength(200);
  });

  test('gets a call for people once a person says yes', async () => {
    const { tool, args } = each.asked;
    const answers = [{ action: 'decline' as const }, { action: 'accept' as const, content: { approve: true } }];
    const { call, received } = await connect(each, () => answers.shift() ?? { action: 'decline' });
    expect(dataOf(await call(tool, args))).toMatchObject({ rule: 'approval' });
    expect(received(tool)).toEqual([]);
    expect((await call(tool, args)).isError ?? false).toBe(false);
    expect(received(tool)).toHaveLength(1);
    const silent = await connect(each);
    expect(dataOf(await silent.call(tool, args))).toMatchObject({ rule: 'approval' });
  });
});

test('progress comes through, and a cancellation goes through', async () => {
  const [everything] = cases as [Case];
  const { client } = await connect(everything);
  const long = { name: 'trigger-long-running-operation', arguments: { duration: 1, steps: 4 } };
  const seen: number[] = [];
  await client.callTool(long, undefined, { onprogress: ({ progress }) => seen.push(progress) });
  // The SDK may drop the last one, which comes with the result.
  expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
  const controller = new AbortController();
  const call = client.callTool({ ...long, arguments: { duration: 60, steps: 60 } }, undefined, {
    signal: controller.signal,
    onprogress: () => controller.abort(),
  });
  await expect(call).rejects.toThrow();
  const lines = readFileSync(join(folder, 'everything.received'), 'utf8');
  expect(lines).toContain('notifications/cancelled');
});
