/** Every format over every tool of a content folder at size: `CORPUS=<folder> npm run test:live -- corpus`. */
import { expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog.ts';
import { readContent } from '../../src/content.ts';
import type { Rule } from '../../src/policy/grammar.ts';
import { snippets } from '../../src/snippets/list.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { meet, meetingsOf } from './decisions.ts';
import { roundTrip } from './round-trip.ts';

const corpus = process.env['CORPUS'];
const { content } = corpus ? readContent(corpus) : { content: undefined };
const catalog = content ? buildCatalog(content.site, content.servers).servers : [];

const kinds: readonly Rule[] = [
  { action: 'allow', rate_limit: { max: 60, window: 60 }, reason: 'Sixty are enough.' },
  { action: 'require_approval', rate_limit: { max: 5, window: 60 }, reason: 'A person looks.' },
  { action: 'deny', reason: 'For people: "never", they said.' },
  { action: 'allow', arguments: { properties: { force: { const: false } } } },
  { action: 'hide' },
  { action: 'allow', rate_limit: { max: 100, window: 604_800 } },
];

/** Every tool meets every kind of rule once: the kinds are dealt out anew in each round. */
function* policies(): Generator<ServerRules> {
  for (const { id: server, tools } of catalog) {
    for (const round of kinds.keys()) {
      const dealt = tools.map(({ definition }, at): [string, Rule] => [
        definition.name,
        kinds[(at + round) % kinds.length] as Rule,
      ]);
      for (const fallback of ['deny', 'allow'] as const) {
        yield { server, serverKey: serverKeyOf(server), default: fallback, tools: new Map(dealt) };
      }
    }
  }
}

/** What pages print: each server's recommended policy, and the rule of each tool; with the calls that both meet. */
const recommended = catalog.map(({ id, policy, tools }) => {
  const schemas = new Map(tools.map(({ definition }) => [definition.name, definition.inputSchema]));
  const server: ServerRules = { ...policy, serverKey: serverKeyOf(id) };
  return { server, meetings: meetingsOf(policy.tools, schemas) };
});

test.skipIf(!corpus).each(snippets.map((snippet) => [snippet.id, snippet] as const))(
  '%s: no decision differs, of a whole server or of one tool',
  (id, snippet) => {
    const refused = new Set<string>();
    let compared = 0;
    for (const server of policies()) {
      const { default: fallback, ...one } = server;
      const each = fallback === 'deny' ? [...server.tools].map((tool) => ({ ...one, tools: new Map([tool]) })) : [];
      for (const rules of [server, ...each]) {
        const made = roundTrip(snippet, [rules]);
        expect(made.differing).toEqual([]);
        compared += made.compared;
        for (const tool of made.refused) refused.add(`${server.server} ${tool}`);
      }
    }
    expect(compared).toBeGreaterThan(10_000);
    process.stdout.write(`${id}: ${compared} decisions compared, 0 differ, ${refused.size} tools refused\n`);
  },
);

test.skipIf(!corpus).each(snippets.map((snippet) => [snippet.id, snippet] as const))(
  '%s: real calls go as the recommended rules say, of a whole server and of one tool',
  (id, snippet) => {
    let calls = 0;
    for (const { server, meetings } of recommended) {
      const { default: _, reason: __, ...one } = server;
      const each = meetings.map((meeting) => ({
        rules: { ...one, tools: new Map([[meeting.name, meeting.rule]]) },
        met: [meeting],
      }));
      for (const { rules, met } of [{ rules: server, met: meetings }, ...each]) {
        const { differing, weaker, ...more } = meet(snippet, rules, met);
        expect([...differing, ...weaker]).toEqual([]);
        calls += more.calls;
      }
    }
    expect(calls).toBeGreaterThan(10_000);
    process.stdout.write(`${id}: ${calls} calls under the recommended rules, 0 differ\n`);
  },
);
