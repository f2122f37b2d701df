/** Looks a definition, or a server's names, through with every row. Pure, and linear in the length of the texts. */
import type { ToolDefinition } from '../domain.ts';
import { notable, shown } from './code-points.ts';
import {
  type Finding,
  type Found,
  type Hit,
  type Surroundings,
  severities,
  type Text,
  type TextRow,
} from './finding.ts';
import { addressRows } from './rows/addresses.ts';
import { changeRows } from './rows/changes.ts';
import { characterRows } from './rows/characters.ts';
import { phraseRows } from './rows/phrases.ts';
import { serverRows } from './rows/server.ts';
import { toolRows } from './rows/tool.ts';
import { textsOf } from './texts.ts';

export const textRows: readonly TextRow[] = [...characterRows, ...phraseRows, ...addressRows];
export const findingRows = [...textRows, ...toolRows, ...serverRows];
/** Every row, for the page that lists what is looked for. */
export const allRows = [...findingRows, ...changeRows];

/** Findings shown of one tool or one server; the rest are counted. */
export const mostFindings = 12;
/** Hits counted of one row in one definition. */
const mostHits = 100;

/** Names in lower case. */
export type Around = {
  /** Of all tools of the server. */
  siblings: ReadonlySet<string>;
  /** Of all tools of the catalog. */
  catalogNames: ReadonlySet<string>;
};

/** What is found in one tool's definition: the gravest first, at most `mostFindings`. */
export function toolFindings(definition: ToolDefinition, around: Around): Found {
  const { texts, cut } = textsOf(definition);
  const surroundings = surroundingsOf(definition, around);
  const findings: Finding[] = [];
  let atLeast = cut;
  for (const row of textRows) {
    let hits = 0;
    for (const text of texts.filter((one) => reads(row, one))) {
      for (const hit of row.find(text.text, surroundings, text)) {
        hits += 1;
        if (hits > mostHits) break;
        findings.push(found(row, definition.name, text, hit));
      }
      if (hits > mostHits) break;
    }
    atLeast ||= hits > mostHits;
  }
  for (const row of toolRows) {
    for (const { place, quote: text, what, severity } of row.find(definition)) {
      const told = text === undefined ? undefined : quoted(text, [0, text.length]);
      findings.push({
        id: row.id,
        severity: severity ?? row.severity,
        tool: definition.name,
        place,
        ...(told && { span: told.span }),
        quote: told?.quote ?? '',
        codePoints: notable(text ?? ''),
        sentence: `Found ${what}${told ? `: “${shown(told.quote)}”` : ''}.`,
      });
    }
  }
  return bounded(findings, atLeast);
}

/** What is found in the names of one server. */
export function serverFindings(toolNames: readonly string[]): Found {
  const findings = serverRows.flatMap((row) =>
    row.find(toolNames).map(({ name, what, severity }): Finding => {
      const { span, quote } = quoted(name, [0, name.length]);
      return {
        id: row.id,
        severity: severity ?? row.severity,
        place: 'name',
        span,
        quote,
        codePoints: notable(name),
        sentence: `Found ${shown(what)}: “${shown(quote)}”.`,
      };
    }),
  );
  return bounded(findings, false);
}

const reads = (row: TextRow, { place, key }: Text): boolean =>
  row.in === 'all' ||
  (row.in === 'names' ? place === 'name' : place !== 'name' && (!key || row.id === 'asks-for-context'));

function found(row: TextRow, tool: string, { place, text, key }: Text, hit: Hit): Finding {
  const { span, quote } = quoted(text, hit.span);
  const exact = text.slice(...span).slice(0, 2000);
  return {
    id: row.id,
    severity: hit.severity ?? row.severity,
    tool,
    place,
    span,
    quote,
    codePoints: notable(exact),
    sentence: `Found ${shown(hit.what ?? row.title)} in ${placeWords(place, key)}: “${shown(quote)}”.`,
  };
}

/** The span as it is, and its text cut to what a page shows, never through a character. */
function quoted(text: string, span: [number, number]): { span: [number, number]; quote: string } {
  const quote = text.slice(span[0], Math.min(span[1], span[0] + 120));
  return { span, quote: /[\uD800-\uDBFF]$/.test(quote) ? quote.slice(0, -1) : quote };
}

function placeWords(place: string, key?: true): string {
  if (!place.startsWith('/')) return `the ${place}`;
  const [, part = '', ...steps] = place.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const parts: Record<string, string> = { inputSchema: 'the input schema', outputSchema: 'the output schema' };
  const names = steps.filter((_, index) => steps[index - 1] === 'properties').map((name) => shown(name.slice(0, 60)));
  const where = names.length > 0 ? `parameter ${names.join('.')}` : (parts[part] ?? 'the annotations');
  return key ? `the name of ${where}` : where;
}

function surroundingsOf(definition: ToolDefinition, { siblings, catalogNames }: Around): Surroundings {
  const heading = `${definition.name} ${definition.title ?? ''}`.slice(0, 1000);
  const words = heading
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return { about: new Set(words), siblings, catalogNames };
}

function bounded(findings: Finding[], atLeast: boolean): Found {
  const sorted = severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
  return { findings: sorted.slice(0, mostFindings), more: Math.max(0, sorted.length - mostFindings), atLeast };
}
