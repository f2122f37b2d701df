import { describe, expect, test } from 'vitest';
import { call } from '../../src/page/call.ts';

const inputSchema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

describe('an example call', () => {
  test('is what a client sends', () => {
    expect(JSON.parse(call({ name: 'get_weather', inputSchema }).json ?? '')).toEqual({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'get_weather', arguments: { city: 'Berlin' } },
    });
  });

  test('hides nothing, and means the same', () => {
    const name = 'gpj.\u202eelif\u200b';
    const { json = '' } = call({ name, inputSchema });
    expect(json).toContain('gpj.\\u202eelif\\u200b');
    expect(JSON.parse(json).params.name).toBe(name);
  });

  const without: [string, unknown, RegExp][] = [
    ['no schema', undefined, /gives no input schema/],
    ['a schema that is none', 'object', /none that a validator reads/],
    [
      'a schema that accepts nothing',
      { type: 'object', minProperties: 1, maxProperties: 0 },
      /No arguments were found/,
    ],
  ];
  test.each(without)('of %s there is none, and why', (_name, schema, why) => {
    const { json, note } = call({ name: 'x', ...(schema === undefined ? {} : { inputSchema: schema as never }) });
    expect([json, note]).toEqual([undefined, expect.stringMatching(why)]);
  });
});
