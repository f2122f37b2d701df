/** The policy section: the recommended rule in words, and in the form of each program that can enforce it. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { describeRule } from '../policy/describe.ts';
import { catalogYaml } from '../snippets/catalog-yaml.ts';
import { type GatewayEntry, gatewayEntry, noEntry } from '../snippets/gateway-entry.ts';
import { snippets } from '../snippets/list.ts';
import type { PublishedPolicy, PublishedStart } from '../snippets/published.ts';
import { render } from '../snippets/render.ts';
import { type Grade, type ServerRules, type Snippet, serverKeyOf } from '../snippets/snippet.ts';
import { gradeOf, gradeWords, losesRule, savedName, says } from '../snippets/words.ts';
import { policyDataUrl, policyFileUrl } from '../urls.ts';
import { foreignName, foreignText } from './foreign.ts';
import { legsOfTool } from './legs.ts';
import { shownTransport } from './shown-transport.ts';
import { clip } from './summary.ts';
import { markOf } from './verdict.ts';
import { count } from './words.ts';

export type PolicyBox = {
  /** `Allow, 60 a minute`. */
  rule: string;
  /** Too long for the large type of the band. */
  long: boolean;
  /** What the rule does to a call, in whole sentences. */
  effect: string;
  /** `For 3 programs`. */
  targets: string;
  /** The catalog's own grammar first. */
  snippets: Target[];
  /** Where a browser finds what it needs to write the others. */
  data: string;
  slug: string;
  /** The element that holds the first one, and what copying it is called. */
  first: string;
  firstName: string;
};

/** One program: the text for it, or why it cannot be told this rule. */
type Target = {
  id: string;
  name: string;
  file: string;
  note: string;
  grade: { id: Grade; word: string };
  /** How to start the gateway in this program, where that holds more of the rule. */
  entry: GatewayEntry | undefined;
  /** Why there is no such entry, where a reader would look for one. */
  noEntry: string | undefined;
  /** Stands in the page itself; the browser writes the others when they are chosen, with the same code. */
  inPage: boolean;
} & ({ code: string /** The name of a downloaded file. */; saveAs: string } | { why: string });

/** Every one of them in every page would more than double it. */
const inPage: readonly string[] = ['policy', 'claude-code', 'codex'];

export function policyBox(server: CatalogServer, tool: CatalogTool): PolicyBox {
  const targets = snippets.map((snippet) => target(snippet, tool, server));
  const { headline, sentence } = describeRule(tool.rule);
  return {
    rule: headline,
    long: headline.length > 26,
    effect: sentence,
    targets: `For ${count(targets.filter((target) => 'code' in target).length, 'program')}`,
    snippets: targets,
    data: policyDataUrl(server.id),
    slug: tool.slug,
    first: `snippet-${targets[0]?.id}`,
    firstName: `the rule as a ${targets[0]?.name.toLowerCase()}`,
  };
}

export type WholePolicy = {
  targets: { id: string; name: string }[];
  /** The catalog's own grammar, where it is short enough to stand in the page. */
  yaml: string | undefined;
  href: string;
  saveAs: string;
  data: string;
  rules: string;
};

const mostInPage = 12_000;

/** A server's whole recommended policy: in the page as YAML, in every other format by the browser. */
export function wholePolicy(server: CatalogServer): WholePolicy {
  const yaml = policyFile(server);
  return {
    targets: snippets.map(({ id, title }) => ({ id, name: title })),
    yaml: yaml.length > mostInPage ? undefined : yaml,
    href: policyFileUrl(server.id),
    saveAs: `${server.id}.policy.yaml`,
    data: policyDataUrl(server.id),
    rules: count(server.policy.tools.size, 'rule'),
  };
}

/** The file that a server's page links to. */
export function policyFile(server: CatalogServer): string {
  const made = render(catalogYaml, [serverRules(server)]);
  if (!made.ok) throw new Error(`The policy of ${server.id} cannot be written: ${made.why}`);
  return made.text;
}

/** The file that a browser makes the other forms of. */
export function policyData(server: CatalogServer): PublishedPolicy {
  const { version, server: id, default: fallback, reason, tools } = server.policy;
  return {
    version,
    server: id,
    default: fallback,
    ...(reason === undefined ? {} : { reason }),
    tools: Object.fromEntries(tools),
    'x-title': foreignText(clip(server.title, 80)),
    'x-start': startOf(server),
    'x-tools': server.tools.map((tool) => ({
      ...namesOf(tool),
      slug: tool.slug,
      mark: markOf(tool),
      legs: legsOfTool(tool),
    })),
  };
}

function namesOf({ definition: { name } }: CatalogTool): { name: string; shown?: string } {
  const shown = foreignText(clip(foreignName(name).replaceAll(/\s+/g, ' '), 120));
  return shown === name ? { name } : { name, shown };
}

function startOf(server: CatalogServer): PublishedStart {
  const transport = shownTransport(server);
  return transport.type === 'stdio' ? transport : { type: 'http' };
}

function target(snippet: Snippet, { server, definition, rule }: CatalogTool, of: CatalogServer): Target {
  const transport = shownTransport(of);
  const rules = { server, serverKey: serverKeyOf(server), tools: new Map([[definition.name, rule]]) };
  const made = render(snippet, [rules]);
  const entry = snippet.entry && (!made.ok || losesRule(snippet, rule)) ? snippet.entry : undefined;
  const grade = made.ok ? gradeOf(snippet, rule, transport.type) : 'cannot';
  const about = {
    id: snippet.id,
    name: snippet.title,
    file: snippet.file,
    note: says(snippet, rule, transport.type),
    grade: { id: grade, word: gradeWords[grade] },
    inPage: inPage.includes(snippet.id),
    entry: entry && gatewayEntry(entry, [{ ...rules, transport }]),
    noEntry: transport.type === 'http' && (entry || snippet.isGateway) ? noEntry : undefined,
  };
  if (!made.ok) return { ...about, why: made.why };
  return { ...about, code: made.text, saveAs: savedName(server, snippet) };
}

/** A server's whole recommended policy, for every format. */
const serverRules = ({ id, policy }: CatalogServer): ServerRules => ({
  server: id,
  serverKey: serverKeyOf(id),
  default: policy.default,
  ...(policy.reason === undefined ? {} : { reason: policy.reason }),
  tools: policy.tools,
});
