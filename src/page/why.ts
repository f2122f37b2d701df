/** Why a tool is labelled as it is: the definition with its evidence marked, and what the server claims beside it. */
import type { CatalogTool } from '../catalog.ts';
import { type Claim, type Evidence, facetIds, type Place } from '../classify/label.ts';
import { riskOf } from '../domain.ts';
import { facetUrl } from '../urls.ts';
import { confidenceReason } from './accuracy.ts';
import { bounded, foreignName } from './foreign.ts';
import { clip } from './summary.ts';
import { categoryName, type Mark, raisedSentence, riskName } from './verdict.ts';
import { categoryWords, count, dateWords, facetWords, riskWords } from './words.ts';

export type Segment = { text: string; effect: Evidence['effect'] | '' };
export type Quote = { quote: string; place: string; note: string };

export type Why = {
  title: string;
  sentence: string;
  confidence: string;
  /** What the word rests on; undefined where a person set the label. */
  confidenceReason: string | undefined;
  override: string[];
  name: Segment[];
  heading: Segment[];
  /** The description as far as it stands open, the part that is folded, and a note on what is left out. */
  description: { shown: Segment[]; folded: Segment[]; foldedLabel: string; leftOut: string };
  supports: Quote[];
  against: Quote[];
  raised: string | undefined;
  actions: { parameter: string; value: string; category: string; mark: Mark; risk: string }[];
  actionsLeft: string;
  claims: { hint: string; declared: string; specDefault: string; derived: string; verdict: string; differs: boolean }[];
  facets: { text: string; href: string; quote: string | undefined }[];
};

const openLength = 1500;
const openLines = 14;
const foldedLength = 20_000;
const mostQuotes = 12;
const mostActions = 60;

export function why(tool: CatalogTool): Why {
  const { label, definition } = tool;
  const quotes = (effects: Evidence['effect'][]) =>
    label.evidence
      .filter(({ effect }) => effects.includes(effect))
      .slice(0, mostQuotes)
      .map(({ quote, place, note }) => ({ quote: clip(quote, 300), place: placeWords(place), note }));
  return {
    title: label.unclear ? 'Why Unclear' : `Why ${categoryName(tool)}, and why ${riskName(tool)}`,
    sentence: label.why,
    confidence: label.confidence,
    confidenceReason: tool.automatic ? undefined : confidenceReason(label.pattern),
    override: overrideSentences(tool),
    name: marked(foreignName(definition.name), 'name', label.evidence),
    heading: marked(definition.title?.trim() ? definition.title : '', 'title', label.evidence),
    description: markedDescription(definition.description?.trim() ? definition.description : '', label.evidence),
    supports: quotes(['supports']),
    against: quotes(['opposes', 'restricts']),
    raised: raisedSentence(label.raisedBy),
    actions: label.actions.slice(0, mostActions).map(({ parameter, value, category }) => ({
      parameter,
      value,
      category: categoryWords[category].name,
      mark: riskOf[category],
      risk: riskWords[riskOf[category]].name,
    })),
    actionsLeft: label.actions.length > mostActions ? notShown(label.actions.length - mostActions, 'value') : '',
    claims: label.claims.map(claimRow),
    facets: facetIds
      .filter((id) => label.facets[id].value === 'yes')
      .map((id) => ({ text: facetWords[id], href: facetUrl(id), quote: label.facets[id].evidence[0]?.quote })),
  };
}

const notShown = (n: number, one: string) => `${count(n, `more ${one}`)} ${n === 1 ? 'is' : 'are'} not shown here.`;

function markedDescription(text: string, evidence: readonly Evidence[]): Why['description'] {
  const lines = text.slice(0, openLength).split('\n', openLines).join('\n').length;
  const open = bounded(text, lines);
  const folded = bounded(open.rest, foldedLength);
  const segments = marked(text.slice(0, text.length - folded.rest.length), 'description', evidence);
  const { before, after } = split(segments, open.shown.length);
  return {
    shown: before,
    folded: after,
    foldedLabel: `The other ${count(folded.shown.length, 'character')} of the description`,
    leftOut: folded.rest === '' ? '' : notShown(folded.rest.length, 'character'),
  };
}

/** The text cut where evidence begins and ends; where pieces overlap the earlier one goes on. */
function marked(text: string, place: Place, evidence: readonly Evidence[]): Segment[] {
  const spans = evidence
    .filter((one) => one.place === place && one.span[0] < one.span[1] && one.span[1] <= text.length)
    .sort((a, b) => a.span[0] - b.span[0]);
  const segments: Segment[] = [];
  let at = 0;
  for (const { span, effect } of spans) {
    const from = Math.max(at, span[0]);
    if (from >= span[1]) continue;
    if (from > at) segments.push({ text: text.slice(at, from), effect: '' });
    segments.push({ text: text.slice(from, span[1]), effect });
    at = span[1];
  }
  if (at < text.length) segments.push({ text: text.slice(at), effect: '' });
  return segments;
}

function split(segments: readonly Segment[], at: number): { before: Segment[]; after: Segment[] } {
  const before: Segment[] = [];
  const after: Segment[] = [];
  let passed = 0;
  for (const { text, effect } of segments) {
    const cut = Math.min(text.length, Math.max(0, at - passed));
    if (cut > 0) before.push({ text: text.slice(0, cut), effect });
    if (cut < text.length) after.push({ text: text.slice(cut), effect });
    passed += text.length;
  }
  return { before, after };
}

/** `/inputSchema/properties/force/description` → `parameter force, description`. */
export function placeWords(place: Place): string {
  if (!place.startsWith('/')) return place;
  const steps = place
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const names = steps.filter((_, index) => steps[index - 1] === 'properties');
  if (names.length === 0) return steps.join(', ');
  const tail = steps.slice(steps.lastIndexOf(names.at(-1) ?? '') + 1).filter((step) => !/^\d+$/.test(step));
  return [`parameter ${names.join('.')}`, ...tail].join(', ');
}

function claimRow(claim: Claim): Why['claims'][number] {
  return {
    hint: claim.hint,
    declared: claim.declared === undefined ? 'silent' : String(claim.declared),
    specDefault: String(claim.specDefault),
    derived: claim.derived === undefined ? 'cannot be told' : String(claim.derived),
    verdict: verdictWords(claim),
    differs: claim.verdict === 'contradicts',
  };
}

function verdictWords({ verdict, declared }: Claim): string {
  switch (verdict) {
    case 'agrees':
      return 'agrees';
    case 'contradicts':
      return declared === undefined ? 'the default contradicts it' : 'contradicts';
    case 'stricter':
      return declared === undefined ? 'the default is stricter' : 'the server is stricter';
    case 'silent':
      return 'the server is silent';
    case 'undetermined':
      return 'cannot be compared';
    default:
      return verdict satisfies never;
  }
}

function overrideSentences({ override, automatic, label }: CatalogTool): string[] {
  if (!override) return [];
  const { by } = override;
  const who = `${by.by}, ${dateWords(by.date)}: “${by.because}”`;
  const category = categoryWords[by.category].name;
  if (override.state === 'stale') {
    return [
      `A person set this tool to ${category} (${who}), but looked at another definition than this one: not applied until it is looked at again.`,
    ];
  }
  const rules = categoryWords[(automatic ?? label).category].name;
  return [`A person set this tool to ${category} (${who}).`, `The rules alone say ${rules}.`];
}
