/** Labels a tool by its definition. */
import { type Category, riskOf, type ToolDefinition } from '../domain.ts';
import { type Evidence, type Facet, type FacetId, facetIds, type Label, type ServerContext } from './label.ts';

const verbs: readonly [Category, RegExp][] = [
  ['financial', /^(?:pay|charge|refund|buy|sell|trade|withdraw|deposit)$/],
  ['destructive', /^(?:delete|remove|destroy|drop|purge|wipe|clear|reset|revoke|logout|uninstall)$/],
  ['execute', /^(?:run|execute|eval|start|stop|restart|deploy|click|type|press|install|trigger|invoke|generate)$/],
  ['write', /^(?:create|add|update|set|put|write|save|send|post|edit|move|rename|upload|import|authenticate)$/],
  ['read', /^(?:get|list|search|read|find|query|describe|show|view|fetch|check|count|browse|whoami)$/],
];

/** The first word of the name that is a known verb decides; without one the tool is unclear. */
export function classify(definition: ToolDefinition, _context: ServerContext): Label {
  const found = firstVerb(definition.name);
  const category = found?.category ?? 'write';
  return {
    category,
    risk: riskOf[category],
    confidence: found ? 'medium' : 'low',
    unclear: found === undefined,
    rule: found ? 'name-verb' : 'nothing-to-go-on',
    why: found ? `The name’s verb is “${found.quote}”.` : 'Neither the name nor the text says what a call does.',
    evidence: found ? [found] : [],
    facets: Object.fromEntries(
      facetIds.map((id): [FacetId, Facet] => [id, { value: 'unknown', evidence: [] }]),
    ) as Label['facets'],
    actions: [],
    raisedBy: [],
    claims: [],
    rubric: '1.1',
  };
}

function firstVerb(name: string): Evidence | undefined {
  for (const { 0: quote, index } of name.slice(0, 200).matchAll(/[A-Z]?[a-z]+/g)) {
    const category = verbs.find(([, pattern]) => pattern.test(quote.toLowerCase()))?.[0];
    if (!category) continue;
    const span: Evidence['span'] = [index, index + quote.length];
    return { rule: 'name-verb', place: 'name', span, quote, effect: 'supports', category, note: 'the name’s verb' };
  }
  return undefined;
}
