/** Lines that try to get past: each is sent as it stands, and none may reach the server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startGateway } from './started.ts';

/** What they are after: `erase` is denied, `secret` is hidden, `write` takes notes only; `look` alone is open. */
const policy = `version: 1
server: recording
default: deny
tools:
  look: { action: allow }
  write: { action: allow, arguments: { properties: { kind: { const: note } }, required: [kind], additionalProperties: false } }
  erase: { action: deny }
  secret: { action: hide }
  slow: { action: require_approval }
  "*": { action: allow }
`;

const erase = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"erase","arguments":{}}}';
const look = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"look","arguments":{}}}';
const named = (name: string) => look.replace('"look"', name.startsWith('"') ? name : JSON.stringify(name));
const given = (args: string, tool = 'write') =>
  `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${tool}","arguments":${args}}}`;

const attacks: [string, string | Buffer][] = [
  ['a batch', `[${look},${erase}]`],
  ['a batch of one', `[${erase}]`],
  ['a batch of one allowed call', `[${look}]`],
  ['a batch after spaces', `   [${erase}]`],
  ['a batch after a byte order mark', `\ufeff[${erase}]`],
  ['a nested batch', `[[${erase}]]`],
  ['an empty batch', '[]'],
  ['a byte order mark', `\ufeff${look}`],
  ['two messages on a line', `${look}${erase}`],
  ['two messages, split where Python splits lines', `${look}\r${erase}`],
  [
    'a message inside another, split where Python splits lines',
    `{"jsonrpc":"2.0","id":2,"method":"ping","x":\r${erase}\r}`,
  ],
  ['a method twice', look.replace('"method"', '"method":"ping","method"')],
  ['a method twice, harmless last', erase.replace('"params"', '"method":"ping","params"')],
  ['a tool twice', named('"look","name":"erase"')],
  ['a tool twice, allowed last', named('"erase","name":"look"')],
  ['a tool twice, once in escapes', named('"look","na\\u006de":"erase"')],
  ['params twice', look.replace('"params"', '"params":{"name":"erase"},"params"')],
  ['arguments twice', given('{"kind":"note"},"arguments":{"kind":"book"}')],
  ['an argument twice', given('{"kind":"note","kind":"book"}')],
  ['an argument twice, deep inside', given('{"a":[{"b":{"kind":1,"kind":2}}]}', 'look')],
  ['an id twice', look.replace('"id":1', '"id":1,"id":2')],
  ['a method in capitals', look.replace('"method"', '"Method":"ping","method"')],
  ['a tool in capitals', named('"look","NAME":"erase"')],
  ['arguments in capitals', given('{"kind":"note"},"Arguments":{"kind":"book"}')],
  ['params in capitals', look.replace('"params"', '"PARAMS":{"name":"erase"},"params"')],
  ['arguments with a long s, which folds to s', given('{"kind":"note"},"argument\u017f":{"kind":"book"}')],
  ['a prototype in the message', look.replace('"id"', '"__proto__":{"method":"ping"},"id"')],
  ['a prototype in the params', named('"look","__proto__":{"name":"erase"}')],
  ['a prototype in the arguments', given('{"kind":"note","__proto__":{"kind":"book"}}')],
  ['a constructor in the arguments', given('{"kind":"note","constructor":{}}')],
  ['a number that is not one', given('{"kind":NaN}')],
  ['a number without end', given('{"kind":Infinity}')],
  ['a comment', look.replace('"params"', '/* */"params"')],
  ['a comma too many', look.replace('{}}}', '{},}}')],
  ['single quotes', look.replaceAll('"', "'")],
  ['half a message', look.slice(0, -2)],
  ['no JSON', 'tools/call erase'],
  ['a text', '"tools/call"'],
  ['a number', '1'],
  ['null', 'null'],
  ['bytes that are not UTF-8', Buffer.from([...Buffer.from(look.slice(0, -3)), 0xff, 0xfe, ...Buffer.from('}}')])],
  ['UTF-16', Buffer.from(look, 'utf16le')],
  ['a NUL in the message', look.replace('"params"', '\u0000"params"')],
  ['a nest of 100,000 levels', given(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'look')],
  ['a nest of 300 levels', given(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`, 'look')],
  ['17 MB on one line', given(JSON.stringify({ a: 'x'.repeat(17 * 1024 * 1024) }), 'look')],
  ['no version', look.replace('"jsonrpc":"2.0",', '')],
  ['an old version', look.replace('"2.0"', '"1.0"')],
  ['a version that is a number', look.replace('"2.0"', '2.0')],
  ['a result beside the method', look.replace('"params"', '"result":{},"params"')],
  ['an error beside the method', look.replace('"params"', '"error":{"code":1,"message":""},"params"')],
  ['an id that is null', look.replace('"id":1', '"id":null')],
  ['an id that is a fraction', look.replace('"id":1', '"id":1.5')],
  ['an id written as a fraction', look.replace('"id":1', '"id":1.0')],
  ['an id with an exponent', look.replace('"id":1', '"id":1e2')],
  ['an id that is an object', look.replace('"id":1', '"id":{"a":1}')],
  ['an id that is a list', look.replace('"id":1', '"id":[1]')],
  ['an id of 10 kB', look.replace('"id":1', `"id":"${'x'.repeat(10_000)}"`)],
  ['an id of 41 digits', look.replace('"id":1', `"id":${'1'.repeat(41)}`)],
  ['an id that is true', look.replace('"id":1', '"id":true')],
  ['an id that is half a character', look.replace('"id":1', '"id":"\\ud800"')],
  ['a call without an id', erase.replace('"id":1,', '')],
  ['an allowed call without an id', look.replace('"id":1,', '')],
  ['params as a list', look.replace('{"name":"look","arguments":{}}', '["erase",{}]')],
  ['params as a text', look.replace('{"name":"look","arguments":{}}', '"erase"')],
  ['no params', look.replace(',"params":{"name":"look","arguments":{}}', '')],
  ['no tool', look.replace('"name":"look",', '')],
  ['a tool that is null', named('null').replace('"null"', 'null')],
  ['a tool that is a list', look.replace('"look"', '["look"]')],
  ['a tool that is a number', look.replace('"look"', '1')],
  ['a tool that is an object', look.replace('"look"', '{"toString":"look"}')],
  ['a tool that is true', look.replace('"look"', 'true')],
  ['an empty tool', named('')],
  ['arguments that are null', given('null', 'look')],
  ['arguments that are a list', given('[]', 'look')],
  ['arguments that are a text', given('"{}"', 'look')],
  ['no arguments where some are needed', look.replace('"look","arguments":{}', '"write"')],
  ['other arguments', given('{"kind":"book"}')],
  ['more arguments', given('{"kind":"note","more":1}')],
  ['an argument in a list', given('{"kind":["note"]}')],
  ['a number no double holds, where it is checked', given('{"kind":9007199254740993}')],
  ['a denied tool', erase],
  ['a denied tool, its name in escapes', named('"\\u0065rase"')],
  ['a hidden tool', named('secret')],
  ['a tool for people', named('slow')],
  ['a space before the name', named(' look')],
  ['a space after the name', named('look ')],
  ['a line end after the name', named('look\n')],
  ['a NUL after the name', named('look\u0000')],
  ['a zero-width space in the name', named('lo\u200bok')],
  ['a right-to-left mark in the name', named('\u200flook')],
  ['a Cyrillic o in the name', named('l\u043eok')],
  ['a combining mark after the name', named('look\u0301')],
  ['a soft hyphen in the name', named('lo\u00adok')],
  ['a letter that normalises to one of the name', named('loo\u212a')],
  ['a name in capitals', named('Look')],
  ['a name in full width', named('\uff4cook')],
  ['half a character in the name', named('"look\\ud800"')],
  ['a name of 10 kB', named('look'.repeat(2500))],
  ['a star for a name, which the policy lists', named('*')],
  ['a name that every object has', named('__proto__')],
  ['another name that every object has', named('constructor')],
  ['a third name that every object has', named('toString')],
  ['a name with its server', named('recording__look')],
  ['a name with its server and a colon', named('recording:look')],
  ['a name with its server and a slash', named('recording/look')],
  ['a name that opens another line in a log', named('look\n{"outcome":"allow"}')],
  ['a name that writes to a terminal', named('\u001b[2Jlook')],
  ['a name with a path', named('../erase')],
  ['a method that no revision has', erase.replace('tools/call', 'tools/execute')],
  ['a method in other capitals', erase.replace('tools/call', 'Tools/Call')],
  ['a method with a space', erase.replace('tools/call', 'tools/call ')],
  ['a method with two slashes', erase.replace('tools/call', 'tools//call')],
  ['a method with a Cyrillic letter', erase.replace('tools/call', 't\u043eols/call')],
  ['an empty method', erase.replace('tools/call', '')],
  ['a method that is a list', erase.replace('"tools/call"', '["tools/call"]')],
  ['a method that is null', erase.replace('"tools/call"', 'null')],
  ['a method of a task that no revision has', erase.replace('tools/call', 'tasks/run')],
  ['a question of the kind that only a server asks', erase.replace('tools/call', 'sampling/createMessage')],
  ['a form that only a server sends', erase.replace('tools/call', 'elicitation/create')],
  ['a denied tool as a task', erase.replace('"arguments"', '"task":{"ttl":60000},"arguments"')],
  ['a denied tool with a token for progress', erase.replace('"arguments"', '"_meta":{"progressToken":1},"arguments"')],
  [
    'a denied tool that says a person approved',
    erase.replace('"arguments"', '"_meta":{"approved":true},"isApproved":true,"arguments"'),
  ],
  [
    'a tool for people that brings its own answer',
    named('slow').replace(
      '"arguments"',
      '"inputResponses":{"a":{"action":"accept","content":{"approve":true}}},"arguments"',
    ),
  ],
  [
    'a denied tool by the newest revision',
    erase.replace('"arguments"', '"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"},"arguments"'),
  ],
  ['a second handshake', '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05"}}'],
  ['a state that the server never gave', named('slow').replace('"arguments"', '"requestState":"state-0","arguments"')],
  [
    'an approval that the gateway never asked for',
    '{"jsonrpc":"2.0","id":"gateway-00000000-0000-4000-8000-000000000000","result":{"action":"accept","content":{"approve":true}}}',
  ],
  ['an answer that nobody asked for', '{"jsonrpc":"2.0","id":1,"result":{"action":"accept"}}'],
  ['an answer with an error beside its result', '{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":""}}'],
  ['an answer without an id', '{"jsonrpc":"2.0","result":{}}'],
  ['a notification that no revision has', '{"jsonrpc":"2.0","method":"notifications/run","params":{"name":"erase"}}'],
  ['a cancellation of nothing', '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}'],
];

describe('does not reach the server:', () => {
  let it: Started;
  beforeAll(async () => {
    it = await startGateway(policy);
    // The gateway asks for the list itself where it has none; here it has one, so that any further line is a leak.
    await it.ask('list', 'tools/list');
  });
  afterAll(() => it.end());

  test.each(attacks)('%s', async (_, attack) => {
    const before = it.received();
    it.child.stdin.write(Buffer.concat([Buffer.from(attack as string), Buffer.from('\n')]));
    const ping = `after ${before.length}`;
    await it.ask(ping, 'ping');
    expect(it.received().slice(before.length)).toEqual([
      JSON.stringify({ jsonrpc: '2.0', id: ping, method: 'ping', params: {} }),
    ]);
  });

  test('and all that stdout ever had is JSON-RPC', () => {
    for (const line of it.stdout()) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  });

  test('while each left a line in the audit, but for the cancellation', () => {
    expect(it.audit().length).toBeGreaterThanOrEqual(attacks.length - 1);
  });
});

describe('in its order:', () => {
  const early = ['tools/call', 'tools/list', 'prompts/get', 'resources/read', 'tasks/get', 'completion/complete'];
  test('before the handshake nothing but a ping passes', async () => {
    const it = await startGateway(policy, { initialize: false });
    for (const [id, method] of early.entries()) {
      expect((await it.ask(id, method, { name: 'look' }))['error']).toMatchObject({ code: -32600 });
    }
    await it.ask('p', 'ping');
    expect(it.received()).toHaveLength(1);
    await it.end();
  });

  test('an id in use is not used again', async () => {
    const it = await startGateway(policy.replace('slow: { action: require_approval }', 'slow: { action: allow }'));
    const line = named('slow');
    it.send(line);
    it.send(line);
    expect((await it.next(({ id }) => id === 1))['error']).toMatchObject({ code: -32600 });
    expect((await it.next(({ id }) => id === 1))['result']).toBeDefined();
    expect(it.received().filter((each) => each === line)).toHaveLength(1);
    await it.end();
  });
});
