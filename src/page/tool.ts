/** Everything that a tool's page shows, made in one place; the templates decide nothing. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import type { ToolDefinition } from '../domain.ts';
import { parameterTable } from '../schema/parameters.ts';
import { serverUrl, toolsUrl, toolUrl } from '../urls.ts';
import { type Call, call } from './call.ts';
import { type ContactBox, contactBox } from './contact.ts';
import { type Fact, toolFacts } from './facts.ts';
import { type FindingsBox, toolFindingsBox } from './findings.ts';
import { bounded, foreignName } from './foreign.ts';
import { type Head, head, twins } from './head.ts';
import { type PolicyBox, policyBox } from './policy.ts';
import { type Question, questions } from './questions.ts';
import { reasons } from './reasons.ts';
import { type Related, relatedTools } from './related.ts';
import { type Rendered, rendered } from './rendered.ts';
import { type Schemas, schemas } from './schemas.ts';
import { clip, firstSentence } from './summary.ts';
import { type Verdict, verdict } from './verdict.ts';
import { type Why, why } from './why.ts';
import { count } from './words.ts';

export type ToolPage = {
  head: Head;
  name: { shown: string; leftOut: string; exact: string; long: boolean };
  title: string | undefined;
  /** One sentence of the description; undefined where the server gives none. */
  summary: string | undefined;
  /** What a reader must know before the rest: an old answer, a name that is there twice. */
  notes: string[];
  verdict: Verdict;
  facts: Fact[];
  /** The description as its writer laid it out; undefined where it is a line of plain text, or none. */
  description: Rendered | undefined;
  schemas: Schemas;
  call: Call;
  why: Why;
  reasons: string[];
  policy: PolicyBox;
  questions: Question[];
  related: Related;
  contact: ContactBox;
  findings: FindingsBox;
};

/** A name this long or shorter is shown in the large type of a heading. */
const longName = 34;
const mostName = 300;

export function toolPage(catalog: Catalog, server: CatalogServer, tool: CatalogTool): ToolPage {
  const { definition } = tool;
  const name = bounded(foreignName(definition.name), mostName);
  const summary = firstSentence(definition.description);
  const input = parameterTable(definition.inputSchema);
  const policy = policyBox(server, tool);
  const answer = verdict(tool);
  return {
    head: toolHead(catalog, server, tool, answer, summary),
    name: {
      shown: name.shown,
      leftOut: name.rest === '' ? '' : `and ${count(name.rest.length, 'more character')}`,
      exact: definition.name,
      long: name.shown.length > longName,
    },
    title: tellingTitle(definition),
    summary,
    notes: notes(server, tool),
    verdict: answer,
    facts: toolFacts(server, tool, input),
    description: rendered(definition.description ?? '', 'description'),
    schemas: schemas(definition, input),
    call: call(definition),
    why: why(tool),
    reasons: reasons(tool),
    policy,
    questions: questions({ server, tool, summary, verdict: answer, policy, parameters: input }),
    related: relatedTools(catalog, server, tool),
    contact: contactBox(catalog.site, tool),
    findings: toolFindingsBox(catalog, server, tool),
  };
}

/** A title that only spells the name otherwise is left out. */
function tellingTitle({ name, title = '' }: ToolDefinition): string | undefined {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[\s_.-]+/g, '');
  return title.trim() === '' || letters(title) === letters(name) ? undefined : clip(title, 200);
}

function toolHead(
  catalog: Catalog,
  server: CatalogServer,
  tool: CatalogTool,
  { category, risk }: Verdict,
  summary: string | undefined,
): Head {
  const name = clip(foreignName(tool.definition.name), 70);
  const title = clip(server.title, 60);
  const trail = [
    { name: 'Tools', href: toolsUrl() },
    { name: title, href: serverUrl(server.id) },
    { name, href: toolUrl(tool.server, tool.slug) },
  ];
  const label = tool.label.unclear ? 'Unclear' : `${category}, ${risk.toLowerCase()} risk`;
  const description = `${name} of ${title}: ${label}. ${summary ?? 'The server gives no description.'}`;
  return { ...head(catalog.site, trail, description), twins: twins(toolUrl(tool.server, tool.slug)) };
}

function notes(server: CatalogServer, tool: CatalogTool): string[] {
  const twins = server.tools.filter((other) => other.definition.name === tool.definition.name).length;
  const failed = server.ask?.outcome.kind === 'failed';
  return [
    ...(failed ? ['The server did not answer when it was last asked: this is an older answer of it.'] : []),
    ...(twins > 1
      ? [
          `This server lists ${twins} tools of this name. A client cannot tell them apart, so the stricter rule holds for all.`,
        ]
      : []),
  ];
}
