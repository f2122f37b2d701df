/** The gateway as a client meets it: a process, its pipes, and a server that writes down what reaches it. */
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { definitionDigest } from '../../src/digest.ts';
import { metaKey } from '../../src/gateway/replies.ts';
import { checkPolicies } from '../../src/policy/check.ts';
import { fixtureServer, type Started, type StartOptions, startGateway } from './started.ts';

const policy = `version: 1
server: recording
default: deny
reason: Not on the list.
tools:
  look: { action: allow }
  write: { action: allow, rate_limit: { max: 2, window: 3600 }, arguments: { properties: { kind: { const: note } } } }
  erase: { action: deny, reason: Erasing is for people. }
  secret: { action: hide }
  slow: { action: require_approval, rate_limit: { max: 1, window: 3600 } }
  ask_back: { action: allow }
  odd: { action: allow }
  renew: { action: allow }
`;

let running: Started[] = [];
afterEach(async () => {
  await Promise.all(running.map((each) => each.end()));
  running = [];
});
async function gateway(text = policy, options: StartOptions = {}): Promise<Started> {
  const started = await startGateway(text, options);
  running.push(started);
  return started;
}
const data = (answer: { [field: string]: unknown }) =>
  (answer['result'] as { _meta?: { [key: string]: { [field: string]: unknown } } })?._meta?.[metaKey];
const calls = (started: Started) => started.received().filter((line) => line.includes('"tools/call"'));

describe('a call', () => {
  test('that is allowed passes, and its answer comes back, byte for byte', async () => {
    const it = await gateway();
    const sent =
      '{"id":12345678901234567890, "jsonrpc":"2.0","x-mine":[1.0,1e2],"method":"tools/call","params":{"arguments":{"n":12345678901234567890,"b":1,"a":"\\u00e9é"},"name":"look"}}';
    it.send(sent);
    const answer = await it.next();
    expect(calls(it)).toEqual([sent]);
    expect(answer['result']).toEqual({ content: [{ type: 'text', text: sent }], 'x-kept': { z: 1, a: 2 } });
  });

  const refused: [string, string, object | undefined, string, string][] = [
    ['denied', 'erase', undefined, 'deny', 'Refused by policy: Erasing is for people.'],
    ['not on the list', 'nosuch', undefined, 'unknown', ''],
    [
      'given other arguments',
      'write',
      { kind: 'book' },
      'arguments',
      'Refused by policy: The arguments are not allowed: `kind` must be equal to constant: "note".',
    ],
    [
      'for a person, whom the client cannot ask',
      'slow',
      undefined,
      'approval',
      'Refused by policy: It needs a person, and this client has no way to ask one.',
    ],
  ];
  test.each(refused)('that is %s is refused, and does not reach the server', async (_, name, args, rule, text) => {
    const it = await gateway();
    const answer = await it.call(1, name, args);
    if (rule === 'unknown') expect(answer['error']).toEqual({ code: -32602, message: 'Unknown tool: nosuch' });
    else {
      expect(answer['result']).toMatchObject({ isError: true, content: [{ type: 'text', text }] });
      expect(data(answer)).toMatchObject({ decision: 'refused', rule, retryable: false });
      expect(it.audit().at(-1)).toMatchObject({ outcome: 'refuse', rule, tool: name, id: data(answer)?.['auditId'] });
    }
    expect(calls(it)).toEqual([]);
  });

  test('of a hidden tool is answered as one of no tool', async () => {
    const it = await gateway();
    const hidden = await it.call(1, 'secret');
    const unknown = await it.call(1, 'nosuch');
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(unknown).replace('nosuch', 'secret'));
    expect(calls(it)).toEqual([]);
  });

  test('over its limit is refused with the time to wait, however many come at once', async () => {
    const it = await gateway();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, id) => `c${id}`).map(sendAndWait(it)));
    expect(calls(it)).toHaveLength(2);
    const over = answers.filter((answer) => data(answer)?.['rule'] === 'rate_limit');
    expect(over).toHaveLength(48);
    expect(data(over[0] ?? {})).toMatchObject({ retryable: true, retryAfterSeconds: expect.any(Number) });
  });

  const pinned = async () => {
    const learning = await gateway();
    const { result } = await learning.ask(1, 'tools/list');
    const look = result.tools.find(({ name }: { name: string }) => name === 'look');
    const pin = `look: { action: allow, definition: "${definitionDigest(look)}" }`;
    return gateway(policy.replace('look: { action: allow }', pin));
  };

  test('is refused once the server says that its list has changed, and a pinned definition has', async () => {
    const it = await pinned();
    expect((await it.call(1, 'look'))['result'].isError).toBeUndefined();
    await it.call(2, 'renew');
    expect(data(await it.call(3, 'look'))).toMatchObject({ rule: 'definition' });
  });

  test('is refused although an older list comes after that news', async () => {
    const it = await pinned();
    await it.ask(1, 'tools/list', { late: true });
    expect(data(await it.call(2, 'look'))).toMatchObject({ rule: 'definition' });
    expect(calls(it)).toEqual([]);
  });

  test('is refused while the server does not say what its tools are', async () => {
    const it = await gateway(policy, oddList({ error: { code: -32603, message: 'Not now.' } }));
    expect(data(await it.call(1, 'look'))).toMatchObject({ rule: 'trouble' });
  });

  test('whose definition is not the pinned one is refused', async () => {
    const pinned = policy.replace(
      'look: { action: allow }',
      `look: { action: allow, definition: "sha256:${'0'.repeat(64)}" }`,
    );
    const it = await gateway(pinned);
    expect(data(await it.call(1, 'look'))).toMatchObject({ rule: 'definition' });
    expect(calls(it)).toEqual([]);
  });
});

const oddList = (answer: object) => ({
  command: [process.execPath, fixtureServer('odd-list.ts'), JSON.stringify(answer)],
});

/** Sends all before it reads any. */
function sendAndWait(it: Started) {
  const answers = new Map<string, Promise<{ [field: string]: unknown }>>();
  return (id: string, index: number, ids: string[]) => {
    if (index === 0) {
      for (const each of ids) it.send({ jsonrpc: '2.0', id: each, method: 'tools/call', params: { name: 'write' } });
    }
    const answer = it.next();
    answers.set(id, answer);
    return answer;
  };
}

describe('a list', () => {
  test('leaves out what is hidden and keeps everything else', async () => {
    const it = await gateway();
    const { result } = await it.ask(1, 'tools/list');
    expect(result.tools.map(({ name }: { name: string }) => name)).not.toContain('secret');
    expect(result.tools).toHaveLength(9);
    expect(result).toMatchObject({
      _meta: { kept: true },
      tools: [{ name: 'look', 'x-kept': [1, 'look'] }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  test.each([
    ['a text', { tools: 'all of them' }],
    ['nothing', {}],
  ])('that is %s is an error, and not passed on', async (_, result) => {
    const it = await gateway(policy, oddList({ result }));
    expect((await it.ask(1, 'tools/list'))['error']).toMatchObject({ code: -32603 });
    expect(data(await it.call(2, 'look'))).toMatchObject({ rule: 'trouble' });
  });

  test('keeps the tools in it alone, and the way to its next page', async () => {
    const tools = [1, { name: '' }, { name: 'secret' }, { name: 'look', 'x-kept': 1.5 }, null];
    const it = await gateway(policy, oddList({ result: { tools, nextCursor: 'more' } }));
    expect((await it.ask(1, 'tools/list'))['result']).toEqual({
      tools: [{ name: 'look', 'x-kept': 1.5 }],
      nextCursor: 'more',
    });
    expect((await it.ask(2, 'tools/list', { cursor: 'more' }))['result'].tools).toHaveLength(1);
  });

  test('is known to change from the handshake on', async () => {
    const it = await gateway(policy, { initialize: false });
    const { result } = await it.ask(1, 'initialize', { protocolVersion: '2025-11-25', capabilities: {} });
    expect(result.capabilities).toEqual({ tools: { listChanged: true } });
  });
});

describe('a person', () => {
  const asks = { elicitation: {} };
  const answered = async (content: object) => {
    const it = await gateway(policy, { initialize: asks });
    it.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'slow', arguments: { a: 'x\u202e' } } });
    const question = await it.next(({ method }) => method === 'elicitation/create');
    it.send({ jsonrpc: '2.0', id: question['id'], result: content });
    return { it, question, answer: await it.next(({ id }) => id === 1) };
  };

  test('is shown exactly what runs, and says yes', async () => {
    const { it, question, answer } = await answered({ action: 'accept', content: { approve: true } });
    expect(question['params'].message).toContain('"slow" of the server "recording"');
    expect(question['params'].message).toContain('"x\\u{202e}"');
    expect(calls(it)).toHaveLength(1);
    expect(answer['result'].content[0].text).toBe(calls(it)[0]);
    expect(data(await it.call(2, 'slow'))).toMatchObject({ rule: 'rate_limit' });
    expect(it.audit().map(({ outcome }) => outcome)).toEqual(['ask', 'allow', 'refuse']);
  });

  test.each([
    ['declines', { action: 'decline' }],
    ['closes the form', { action: 'cancel' }],
    ['leaves the box empty', { action: 'accept', content: { approve: false } }],
    ['sends no content', { action: 'accept' }],
    ['sends a text for yes', { action: 'accept', content: { approve: 'true' } }],
  ])('who %s says no', async (_, content) => {
    const { it, answer } = await answered(content);
    expect(data(answer)).toMatchObject({ rule: 'approval' });
    expect(calls(it)).toEqual([]);
  });

  test('who does not answer in time says no', async () => {
    const it = await gateway(policy, { initialize: asks, args: ['--approval-timeout', '1'] });
    expect(data(await it.call(1, 'slow'))).toMatchObject({ rule: 'approval' });
    expect(calls(it)).toEqual([]);
  });

  test('is no longer asked once the client takes the call back, and a late yes runs nothing', async () => {
    const it = await gateway(policy, { initialize: asks });
    it.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'slow' } });
    const question = await it.next(({ method }) => method === 'elicitation/create');
    it.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
    await it.next(({ method, params }) => method === 'notifications/cancelled' && params.requestId === question['id']);
    it.send({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept', content: { approve: true } } });
    await it.ask(2, 'ping');
    expect(calls(it)).toEqual([]);
  });

  test('approves a call although the server changes its list meanwhile', async () => {
    const it = await gateway(policy, { initialize: asks });
    it.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'slow' } });
    const question = await it.next(({ method }) => method === 'elicitation/create');
    await it.call(2, 'renew');
    it.send({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept', content: { approve: true } } });
    expect((await it.next(({ id }) => id === 1))['result'].isError).toBeUndefined();
    expect(calls(it).filter((line) => line.includes('slow'))).toHaveLength(1);
  });

  test('is not asked about arguments that are too long to be read', async () => {
    const it = await gateway(policy, { initialize: asks });
    const answer = await it.call(1, 'slow', { a: `${' '.repeat(1_000_000)}rm -rf` });
    expect(data(answer)).toMatchObject({ rule: 'approval', reason: expect.stringContaining('too long to be shown') });
    expect(calls(it)).toEqual([]);
  });

  test('is asked about twenty calls at once and no more', async () => {
    const it = await gateway(policy.replace('max: 1, window', 'max: 100, window'), { initialize: asks });
    for (let id = 0; id < 25; id++) it.send({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'slow' } });
    for (let n = 0; n < 5; n++) expect(data(await it.next(({ result }) => result))).toMatchObject({ rule: 'approval' });
    await it.ask('p', 'ping');
    expect(it.stdout().filter((line) => line.includes('elicitation/create'))).toHaveLength(20);
    expect(calls(it)).toEqual([]);
  });

  test('cannot approve what the policy forbids by then', async () => {
    const it = await gateway(policy, { initialize: asks });
    it.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'slow' } });
    const question = await it.next(({ method }) => method === 'elicitation/create');
    it.setPolicy(policy.replace(/slow: .*/, 'slow: { action: deny, reason: Closed. }'));
    await it.next(({ method }) => method === 'notifications/tools/list_changed');
    it.send({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept', content: { approve: true } } });
    expect(data(await it.next(({ id }) => id === 1))).toMatchObject({ rule: 'deny', reason: 'Closed.' });
    expect(calls(it)).toEqual([]);
  });
});

describe('what is no call', () => {
  test('passes both ways: a question of the server, its answer, and a cancellation', async () => {
    const it = await gateway();
    it.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'ask_back' } });
    expect(await it.next()).toEqual({ jsonrpc: '2.0', id: 'mine', method: 'roots/list', params: { 'x-kept': true } });
    it.send('{"jsonrpc":"2.0","id":"mine","result":{"roots":[], "x":1.0}}');
    await it.ask(2, 'ping');
    expect(it.received()).toContain('{"jsonrpc":"2.0","id":"mine","result":{"roots":[], "x":1.0}}');
  });

  test('is no way to have a call back: one that was sent stays counted, and its late answer goes nowhere', async () => {
    const open = policy.replace('slow: { action: require_approval,', 'slow: { action: allow,');
    const it = await gateway(open);
    // The list is known, so that the call is sent at once: before the cancellation in the same breath.
    await it.ask(2, 'tools/list');
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'slow' } };
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    it.send([call, cancel].map((message) => JSON.stringify(message)).join('\n'));
    expect(data(await it.call(3, 'slow'))).toMatchObject({ rule: 'rate_limit' });
    await sleep(400);
    await it.ask(4, 'ping');
    expect(calls(it)).toHaveLength(1);
    expect(it.stdout().filter((line) => JSON.parse(line).id === 1)).toEqual([]);
  });

  test('a second answer goes nowhere', async () => {
    const it = await gateway(policy.replace('odd: {', 'twice: {'));
    await it.call(1, 'twice');
    await it.ask(2, 'ping');
    expect(it.stdout().filter((line) => JSON.parse(line).id === 1)).toHaveLength(1);
  });

  test('ids are told apart as JSON does', async () => {
    const it = await gateway(
      policy.replace('slow: { action: require_approval,', 'slow: { action: allow,').replace('max: 1,', 'max: 9,'),
    );
    for (const id of [1, '1', '1 '])
      it.send({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'slow', arguments: { id } } });
    const answers = await Promise.all([it.next(), it.next(), it.next()]);
    expect(answers.map(({ id, result }) => [id, JSON.parse(result.content[0].text).params.arguments.id])).toEqual([
      [1, 1],
      ['1', '1'],
      ['1 ', '1 '],
    ]);
  });

  test('of a server never reaches stdout unless it is an answer to somebody', async () => {
    const it = await gateway();
    expect((await it.call(1, 'odd'))['error']).toMatchObject({ code: -32603 });
    await it.ask(2, 'ping');
    for (const line of it.stdout()) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
    expect(it.stdout().join('\n')).not.toMatch(/never asked|Starting|notifications\/message/);
  });
});

describe('a policy file', () => {
  test('that is replaced is in force, the client is told, and what was counted stays counted', async () => {
    const it = await gateway();
    await it.call(1, 'write');
    await it.call(2, 'write');
    const beside = join(it.folder, 'new.yaml');
    writeFileSync(
      beside,
      policy.replace('erase: { action: deny, reason: Erasing is for people. }', 'erase: { action: allow }'),
    );
    renameSync(beside, it.policyFile);
    await it.next(({ method }) => method === 'notifications/tools/list_changed');
    expect((await it.call(3, 'erase'))['result'].content[0].text).toContain('erase');
    expect(data(await it.call(4, 'write'))).toMatchObject({ rule: 'rate_limit' });
  });

  test.each([
    ['broken', 'version: 1\nserver: recording\ndefault: alow\n'],
    ['empty', ''],
    [
      'for another server',
      policy.replace('server: recording', 'server: other').replace('deny, reason', 'allow, reason'),
    ],
  ])('that is %s keeps the old one, and says so', async (_, text) => {
    const it = await gateway();
    it.setPolicy(text);
    for (let n = 0; n < 200 && !it.stderr().includes('stays in force'); n++) await sleep(50);
    expect(it.stderr()).toContain('stays in force');
    expect(data(await it.call(1, 'erase'))).toMatchObject({ rule: 'deny' });
  });

  test.each([
    ['missing', [] as string[], ''],
    ['bad', ['--policy', '/dev/null'], ''],
  ])('that is %s stops the start', async (_, args) => {
    const it = await gateway(policy, { initialize: false, command: [process.execPath, '-e', ''], args });
    const [code] = await once(it.child, 'exit');
    expect(code).toBe(args.length === 0 ? 0 : 2);
    expect(it.stdout()).toEqual([]);
  });
});

describe('the end', () => {
  const stubborn = `
    const ignore = "for (const s of ['SIGTERM','SIGINT','SIGHUP']) process.on(s,()=>{}); setInterval(()=>{},1e4);";
    const child = require('node:child_process').spawn(process.execPath, ['-e', ignore], { stdio: 'ignore' });
    process.stderr.write('pids ' + process.pid + ' ' + child.pid + '\\n');
    eval(ignore);`;
  const ways: [string, (it: Started) => void][] = [
    ['the client closes', (it) => it.child.stdin.end()],
    ['SIGTERM comes', (it) => it.child.kill('SIGTERM')],
    ['SIGINT comes', (it) => it.child.kill('SIGINT')],
    ['it is killed', (it) => it.child.kill('SIGKILL')],
  ];
  test.each(ways)('takes the server and all that it started along when %s', async (_, end) => {
    const it = await gateway(policy, { initialize: false, command: [process.execPath, '-e', stubborn] });
    for (let n = 0; n < 200 && !/pids \d+ \d+/.test(it.stderr()); n++) await sleep(50);
    const pids = (/pids (\d+) (\d+)/.exec(it.stderr()) ?? []).slice(1).map(Number);
    expect(pids).toHaveLength(2);
    const exit = once(it.child, 'exit');
    end(it);
    await exit;
    for (let n = 0; n < 200 && pids.some(isAlive); n++) await sleep(50);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  test('comes with the code of a server that ends by itself', async () => {
    const it = await gateway(policy, { initialize: false, command: [process.execPath, '-e', 'process.exit(7)'] });
    expect((await once(it.child, 'exit'))[0]).toBe(7);
  });

  test('comes with 127 where the server cannot be started', async () => {
    const it = await gateway(policy, { initialize: false, command: ['/no/such/program'] });
    expect((await once(it.child, 'exit'))[0]).toBe(127);
    expect(it.stderr()).toContain('/no/such/program could not be started');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a call that cannot be written down is refused', async () => {
  const it = await gateway(policy, { args: ['--audit', '/dev/full'] });
  expect(data(await it.call(1, 'look'))).toMatchObject({ rule: 'trouble' });
  expect(calls(it)).toEqual([]);
});

test("the guide's policy is a good one", () => {
  const guide = readFileSync(join(import.meta.dirname, '../../content/guides/run-the-gateway.mdx'), 'utf8');
  const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(guide) ?? [];
  expect(checkPolicies('guide', text)).toMatchObject({ ok: true, policies: [{ server: 'memory' }] });
});
