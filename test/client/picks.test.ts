/** Picks as text: what is written is read back, and what an address may hold besides is counted and left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Choice,
  countPicks,
  mergedPicks,
  mostPicks,
  mostServers,
  type Picks,
  readPicks,
  writePicks,
} from '../../src/client/picks.ts';

const picksOf = (servers: { [server: string]: { [slug: string]: Choice } }): Picks =>
  new Map(Object.entries(servers).map(([server, tools]) => [server, new Map(Object.entries(tools))]));

test('the form is short, and holds choices alone where they differ from the recommendation', () => {
  const picks = picksOf({
    plex: { search_plex: 'recommended', delete_playlist: 'deny' },
    notes: { 'list~2': 'ask', Other: 'allow' },
  });
  expect(writePicks(picks)).toBe('plex=search_plex,delete_playlist.deny&notes=list~2.ask,Other.allow');
});

const anyChoice = fc.constantFrom<Choice>('recommended', 'allow', 'ask', 'deny');
const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 });
const anyPicks = fc
  .array(fc.tuple(word('abc019'), fc.array(fc.tuple(word('aZ_-~9'), anyChoice), { minLength: 1, maxLength: 8 })))
  .map((servers): Picks => new Map(servers.map(([server, tools]) => [server, new Map(tools)])));

test('whatever is picked reads back, percent-encoded or not', () => {
  fc.assert(
    fc.property(anyPicks, (picks) => {
      const text = writePicks(picks);
      expect(readPicks(text)).toEqual({ picks, unread: 0 });
      expect(readPicks(encodeURIComponent(text))).toEqual({ picks, unread: 0 });
    }),
  );
});

const hostile: [string, number][] = [
  ['', 0],
  ['&&', 0],
  ['plex', 1],
  ['plex=', 1],
  ['=search', 1],
  ['plex=../../etc', 1],
  ['plex=a.never', 1],
  ['plex=a.deny.allow', 1],
  ['plex=<img src=x>', 1],
  ['../plex=a', 1],
  ['PLEX=a', 1],
  ['__proto__=constructor', 1],
  ['%E0%A4%A=%', 1],
  [`plex=${'x'.repeat(101)}`, 1],
  [`${'p'.repeat(101)}=a`, 1],
];
test.each(hostile)('%j names no tool', (text, unread) => {
  expect(readPicks(text)).toEqual({ picks: new Map(), unread });
});

test('what can be read is read beside what cannot', () => {
  expect(readPicks('plex=a,b.no,c.deny&&x&notes=d')).toEqual({
    picks: picksOf({ plex: { a: 'recommended', c: 'deny' }, notes: { d: 'recommended' } }),
    unread: 2,
  });
});

test('the names of JavaScript are names like any other', () => {
  const { picks } = readPicks('constructor=__proto__,toString.deny');
  expect([...(picks.get('constructor') ?? [])]).toEqual([
    ['__proto__', 'recommended'],
    ['toString', 'deny'],
  ]);
});

test('an address of any length is read to its bounds, and says how much was left out', () => {
  const many = `plex=${Array.from({ length: mostPicks + 50 }, (_, n) => `t${n}`).join(',')}`;
  expect(countPicks(readPicks(many).picks)).toBe(mostPicks);
  expect(readPicks(many).unread).toBe(50);
  const servers = Array.from({ length: mostServers + 5 }, (_, n) => `s${n}=a`).join('&');
  expect(readPicks(servers)).toMatchObject({ picks: { size: mostServers }, unread: 5 });
  const { picks, unread } = readPicks(`plex=${'a,'.repeat(1_000_000)}`);
  expect(countPicks(picks)).toBe(1);
  expect(unread).toBeGreaterThan(0);
});

test('merging keeps both, and the second’s choice', () => {
  const own = picksOf({ plex: { a: 'deny', b: 'recommended' } });
  const shared = picksOf({ plex: { a: 'allow' }, notes: { c: 'ask' } });
  expect(mergedPicks(own, shared)).toEqual(picksOf({ plex: { a: 'allow', b: 'recommended' }, notes: { c: 'ask' } }));
  expect(own.get('plex')?.get('a'), 'and changes neither').toBe('deny');
});
