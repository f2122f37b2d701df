/** Revision 2026-07-28: no handshake, each request says who asks, and a person is asked by answering the call. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { metaKey } from '../../src/gateway/replies.ts';
import { fixtureServer, gatewayScript, type Started, startGateway } from './started.ts';

const policy = `version: 1
server: notes
default: deny
tools:
  list_notes: { action: allow, rate_limit: { max: 1, window: 3600 } }
  write_note: { action: require_approval }
  delete_note: { action: hide }
  slow: { action: require_approval }
  rounds: { action: require_approval, rate_limit: { max: 1, window: 3600 } }
`;
const folder = mkdtempSync(join(tmpdir(), 'gateway-modern-'));
writeFileSync(join(folder, 'policy.yaml'), policy);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let client: Client | undefined;
let raw: Started | undefined;
afterEach(async () => {
  await client?.close();
  await raw?.end();
  client = undefined;
  raw = undefined;
});

async function connect(answer?: () => object) {
  const record = join(folder, 'received');
  client = new Client(
    { name: 'test', version: '1.0.0' },
    { capabilities: answer ? { elicitation: { form: {} } } : {}, versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  if (answer) client.setRequestHandler('elicitation/create', () => answer() as never);
  const server = [process.execPath, fixtureServer('notes.ts'), '2026-07-28'];
  const tee = [process.execPath, fixtureServer('tee.ts'), record];
  const args = [gatewayScript, '--policy', join(folder, 'policy.yaml'), '--audit', join(folder, 'audit.jsonl')];
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [...args, '--', ...tee, ...server], stderr: 'ignore' }),
  );
  const call = (name: string, given: { [name: string]: unknown } = {}) =>
    (client as Client).callTool({ name, arguments: given });
  const received = () =>
    readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"tools/call"'));
  return { client, call, received };
}
const ruleOf = (result: { _meta?: { [key: string]: unknown } | undefined }) => result._meta?.[metaKey];

test('lists without the hidden, lets through, limits and refuses', async () => {
  const { client, call, received } = await connect();
  const names = (await client.listTools()).tools.map(({ name }) => name);
  expect(names).not.toContain('delete_note');
  expect(names).toHaveLength(5);
  expect((await call('list_notes')).isError ?? false).toBe(false);
  expect(ruleOf(await call('list_notes'))).toMatchObject({ rule: 'rate_limit' });
  expect(ruleOf(await call('mail_note'))).toMatchObject({ rule: 'deny' });
  await expect(call('delete_note')).rejects.toThrow('Unknown tool: delete_note');
  expect(ruleOf(await call('write_note', { text: 'x' }))).toMatchObject({ rule: 'approval' });
  expect(received()).toHaveLength(1);
});

test.each([
  ['runs what a person approves', { action: 'accept', content: { approve: true } }, 1],
  ['does not run what a person declines', { action: 'decline' }, 0],
  ['does not run what a person leaves unticked', { action: 'accept', content: { approve: false } }, 0],
])('%s', async (_, answer, times) => {
  const { call, received } = await connect(() => answer);
  const result = await call('write_note', { text: 'x' });
  expect(received()).toHaveLength(times);
  expect(result.isError ?? false).toBe(times === 0);
  // The answer was for the gateway.
  expect(received().join('')).not.toMatch(/inputResponses|requestState/);
});

const _meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
};
const yes = { approval: { action: 'accept', content: { approve: true } } };
const calls = (it: Started) => it.received().filter((line) => line.includes('"tools/call"'));

describe('a ticket', () => {
  const start = async () => {
    raw = await startGateway(policy, { initialize: false });
    const asked = await raw.ask(1, 'tools/call', { name: 'slow', arguments: { a: 1 }, _meta });
    expect(asked['result']).toMatchObject({ resultType: 'input_required' });
    return { it: raw, requestState: asked['result'].requestState };
  };

  test('is good once, for the call that was asked about', async () => {
    const { it, requestState } = await start();
    const answered = { name: 'slow', _meta, inputResponses: yes, requestState };
    const other = await it.ask(2, 'tools/call', { ...answered, arguments: { a: 2 } });
    expect(ruleOf(other['result'])).toMatchObject({ rule: 'approval' });
    expect(calls(it)).toEqual([]);
    await it.ask(3, 'tools/call', { ...answered, arguments: { a: 1 } });
    expect(calls(it)).toHaveLength(1);
    const again = await it.ask(4, 'tools/call', { ...answered, arguments: { a: 1 } });
    expect(ruleOf(again['result'])).toMatchObject({ rule: 'approval' });
    expect(calls(it)).toHaveLength(1);
  });

  test('cannot be made up', async () => {
    const { it } = await start();
    const forged = { name: 'slow', arguments: { a: 1 }, _meta, inputResponses: yes, requestState: 'gateway-1' };
    expect(ruleOf((await it.ask(2, 'tools/call', forged))['result'])).toMatchObject({ rule: 'approval' });
    expect(calls(it)).toEqual([]);
  });
});

describe('a call that the server asks back about', () => {
  const given = { name: 'rounds', arguments: { a: 1 }, _meta };
  const answer = { colour: { action: 'accept', content: { colour: 'red' } } };
  /** Approved and sent; the server then wants to know more. */
  const start = async () => {
    raw = await startGateway(policy.replace('server: notes', 'server: recording'), { initialize: false });
    const asked = await raw.ask(1, 'tools/call', given);
    const ticket = { inputResponses: yes, requestState: asked['result'].requestState };
    const { result } = await raw.ask(2, 'tools/call', { ...given, ...ticket });
    expect(result).toMatchObject({ resultType: 'input_required', requestState: 'state-0' });
    return { it: raw, again: { ...given, inputResponses: answer, requestState: 'state-0' } };
  };

  test('comes again as the same call: approved once, counted once, and passed on whole', async () => {
    const { it, again } = await start();
    const { result } = await it.ask(3, 'tools/call', again);
    expect(result.isError).toBeUndefined();
    expect(JSON.parse(calls(it).at(-1) ?? '').params).toEqual(again);
    expect(it.audit().map(({ outcome }) => outcome)).toEqual(['ask', 'allow', 'allow']);
  });

  test.each([
    ['a second time', {}, true],
    ['with other arguments', { arguments: { a: 2 } }, false],
    ['as another tool', { name: 'slow' }, false],
    ['with a state that the server never gave', { requestState: 'state-1' }, false],
  ])('is a call of its own when it comes %s', async (_, other, isUsed) => {
    const { it, again } = await start();
    if (isUsed) await it.ask(3, 'tools/call', again);
    const before = calls(it).length;
    const { result } = await it.ask(4, 'tools/call', { ...again, ...other });
    expect(ruleOf(result)).toMatchObject({ decision: 'refused' });
    expect(calls(it)).toHaveLength(before);
  });

  test('is refused when the policy forbids it by then', async () => {
    const { it, again } = await start();
    it.setPolicy(readFileSync(it.policyFile, 'utf8').replace(/rounds: .*/, 'rounds: { action: deny }'));
    for (let n = 0; n < 200 && !it.stderr().includes('new policy is in force'); n++) await sleep(50);
    expect(ruleOf((await it.ask(3, 'tools/call', again))['result'])).toMatchObject({ rule: 'deny' });
  });
});
