/** The published JSON Schema and the parser say the same of a file, wherever a schema can say it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { policyJsonSchema } from '../../src/policy/file-schema.ts';
import { parsePolicies } from '../../src/policy/parse.ts';

const validate = new Ajv2020().compile(policyJsonSchema());
const plain = { version: 1, server: 'plex', default: 'deny' };
const rule = (value: unknown) => ({ ...plain, tools: { a: value } });
const limit = (value: unknown) => rule({ action: 'allow', rate_limit: value });
const pin = `sha256:${'a'.repeat(64)}`;

describe('both take', () => {
  test.each([
    ['a policy without tools', plain],
    ['every default', { ...plain, default: 'allow' }],
    ['a reason', { ...plain, reason: 'Ask us first.' }],
    [
      'every action',
      {
        ...plain,
        tools: {
          a: { action: 'allow' },
          b: { action: 'require_approval' },
          c: { action: 'deny' },
          d: { action: 'hide' },
        },
      },
    ],
    ['a limit', limit({ max: 1, window: 2_592_000, per: 'identity' })],
    ['arguments', rule({ action: 'require_approval', arguments: { properties: { type: { const: 'audio' } } } })],
    ['a pin beside every action', rule({ action: 'deny', definition: pin, reason: 'No.' })],
    ['keys of the owner', { ...rule({ action: 'allow', 'x-ticket': 7 }), 'x-team': ['media'] }],
    [
      'any name of a tool',
      { ...plain, tools: { 'a b/*': { action: 'deny' }, constructor: { action: 'deny' }, '404': { action: 'deny' } } },
    ],
  ])('%s', (_, file) => {
    expect(parsePolicies(JSON.stringify(file)).ok).toBe(true);
    expect(validate(file)).toBe(true);
  });
});

describe('both refuse', () => {
  test.each([
    ['a list', []],
    ['no version', { server: 'plex', default: 'deny' }],
    ['another version', { ...plain, version: 2 }],
    ['a version that is a text', { ...plain, version: '1' }],
    ['no server', { version: 1, default: 'deny' }],
    ['a server that is no id', { ...plain, server: 'Plex Media' }],
    ['no default', { version: 1, server: 'plex' }],
    ['another default', { ...plain, default: 'ask' }],
    ['an unknown key', { ...plain, tols: {} }],
    ['an empty reason', { ...plain, reason: ' ' }],
    ['a reason of two lines', { ...plain, reason: 'a\nb' }],
    ['a reason of 501 characters', { ...plain, reason: 'x'.repeat(501) }],
    ['tools as a list', { ...plain, tools: ['a'] }],
    ['a rule that is a word', rule('deny')],
    ['no action', rule({})],
    ['another action', rule({ action: 'ask' })],
    ['an unknown key in a rule', rule({ action: 'deny', because: 'x' })],
    ['a limit beside deny', rule({ action: 'deny', rate_limit: { max: 1, window: 1 } })],
    ['arguments beside hide', rule({ action: 'hide', arguments: {} })],
    ['arguments that are a list', rule({ action: 'allow', arguments: [] })],
    ['a limit without a window', limit({ max: 1 })],
    ['a limit of none', limit({ max: 0, window: 1 })],
    ['a limit of too many', limit({ max: 1_000_001, window: 1 })],
    ['a window too long', limit({ max: 1, window: 2_592_001 })],
    ['half a call', limit({ max: 1.5, window: 1 })],
    ['a limit for somebody else', limit({ max: 1, window: 1, per: 'grant' })],
    ['an unknown key in a limit', limit({ max: 1, window: 1, burst: 1 })],
    ['a pin that is no digest', rule({ action: 'allow', definition: 'abc' })],
  ])('%s', (_, file) => {
    expect(parsePolicies(JSON.stringify(file)).ok).toBe(false);
    expect(validate(file)).toBe(false);
  });
});
