/** What picks come to: the rules of the pages, and what a leak would find. */
import { describe, expect, test } from 'vitest';
import { basketOf } from '../../src/client/basket.ts';
import { type Choice, type Picks, readPicks } from '../../src/client/picks.ts';
import { policyData, policyFile } from '../../src/page/policy.ts';
import { snippets } from '../../src/snippets/list.ts';
import { type PublishedPolicy, wholePolicy } from '../../src/snippets/published.ts';
import { render } from '../../src/snippets/render.ts';
import { serverOf } from '../page/catalog.ts';
import { nastyNames } from '../policy/labels.ts';
import { roundTrip } from '../snippets/round-trip.ts';

const plex = serverOf('plex_home', [
  { name: 'search_plex', label: { yes: ['private-data'] } },
  { name: 'delete_playlist', category: 'destructive' },
  { name: '10', category: 'write' },
  { name: '2' },
]);
const mail = serverOf('mail', [
  { name: 'read_mail', label: { yes: ['private-data', 'untrusted-content'] } },
  { name: 'send_mail', category: 'write', label: { yes: ['exfiltration-sink', 'irreversible-communication'] } },
  { name: 'twice' },
  { name: 'twice', category: 'destructive' },
]);
const odd = serverOf(
  'odd',
  nastyNames.map((name) => ({ name })),
);

/** As a browser gets them. */
const published = new Map(
  [plex, mail, odd].map((server) => [server.id, JSON.parse(JSON.stringify(policyData(server))) as PublishedPolicy]),
);
const basket = (text: string) => basketOf(readPicks(text).picks, published);
const all = (id: string): Picks =>
  new Map([[id, new Map((published.get(id)?.['x-tools'] ?? []).map(({ slug }) => [slug, 'recommended' as Choice]))]]);

describe.each(['plex_home', 'mail', 'odd'])('all tools of %s', (id) => {
  const { policies } = basketOf(all(id), published);

  test.each(snippets.map((snippet) => [snippet.id, snippet] as const))('are its whole policy in %s', (_, snippet) => {
    const server = published.get(id);
    expect(server).toBeDefined();
    if (server) expect(render(snippet, policies)).toEqual(render(snippet, [wholePolicy(server)]));
  });
});

test('all tools of a server are the file that its page offers', () => {
  const [yaml] = snippets;
  if (!yaml) throw new Error('no format');
  for (const server of [plex, mail, odd]) {
    expect(render(yaml, basketOf(all(server.id), published).policies)).toMatchObject({ text: policyFile(server) });
  }
});

const picked = 'plex_home=search_plex,delete_playlist,10.ask&mail=read_mail,send_mail.allow';

test.each(snippets.map((snippet) => [snippet.id, snippet] as const))(
  'picks of two servers read back from %s',
  (_, snippet) => {
    const { policies } = basket(picked);
    expect(policies.map(({ server, tools }) => [server, tools.size])).toEqual([
      ['plex_home', 3],
      ['mail', 2],
    ]);
    const texts = snippet.servers === 'many' ? [policies] : policies.map((policy) => [policy]);
    for (const servers of texts) {
      // A client knows a server by its key, the catalog's own grammar by its id.
      expect(roundTrip(snippet, servers)).toMatchObject({ differing: [], refused: [] });
    }
  },
);

const choices: [Choice, object][] = [
  ['recommended', { action: 'deny', reason: expect.any(String) }],
  ['allow', { action: 'allow' }],
  ['ask', { action: 'require_approval' }],
  ['deny', { action: 'deny' }],
];
test.each(choices)('the choice %s is the rule', (choice, rule) => {
  const picks: Picks = new Map([['plex_home', new Map([['delete_playlist', choice]])]]);
  expect(basketOf(picks, published).policies[0]?.tools.get('delete_playlist')).toEqual(rule);
});

test('of two tools with one name the stricter choice stands', () => {
  expect(basket('mail=twice.allow,twice~2.ask').policies[0]?.tools.get('twice')).toEqual({
    action: 'require_approval',
  });
  expect(basket('mail=twice.deny,twice~2.allow').policies[0]?.tools.get('twice')).toEqual({ action: 'deny' });
});

test('what the catalog does not know is named, and in no policy', () => {
  const { servers, policies } = basket('plex_home=search_plex,gone&__proto__=a&nowhere=toString');
  expect(servers.map(({ id, unknown }) => [id, unknown])).toEqual([
    ['plex_home', ['gone']],
    ['nowhere', ['toString']],
  ]);
  expect(policies.map(({ server, tools }) => [server, [...tools.keys()]])).toEqual([['plex_home', ['search_plex']]]);
  expect(basket('nowhere=a').policies).toEqual([]);
});

describe('a leak', () => {
  const leaks = (text: string) =>
    basket(text).leaks.map(({ leg, tools }) => `${leg}: ${tools.map(({ name }) => name).join(' ')}`);

  test('is found across servers, each leg with its tools', () => {
    expect(leaks('plex_home=search_plex&mail=read_mail,send_mail')).toEqual([
      'private-data: search_plex read_mail',
      'untrusted-content: read_mail',
      'exfiltration-sink: send_mail',
    ]);
  });

  test('has nothing of a tool that is denied, and of one that a person must approve it has', () => {
    expect(leaks('mail=read_mail.deny,send_mail.ask')).toEqual(['exfiltration-sink: send_mail']);
    expect(leaks('plex_home=2')).toEqual([]);
  });
});
