/** Every format over every tool of a content folder at size: `CORPUS=<folder> npm run test:live -- corpus`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshot } from '../../src/domain.ts';
import type { Rule } from '../../src/policy/grammar.ts';
import { snippets } from '../../src/snippets/list.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { roundTrip } from './round-trip.ts';

const corpus = process.env['CORPUS'];

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
  const folder = join(corpus ?? '', 'snapshots');
  for (const file of readdirSync(folder)) {
    const { server, tools } = snapshot.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    for (const round of kinds.keys()) {
      const dealt = tools.map(({ name }, at): [string, Rule] => [name, kinds[(at + round) % kinds.length] as Rule]);
      for (const fallback of ['deny', 'allow'] as const) {
        yield { server, serverKey: serverKeyOf(server), default: fallback, tools: new Map(dealt) };
      }
    }
  }
}

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
