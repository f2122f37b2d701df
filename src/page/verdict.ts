/** The three answers of the verdict band: what it can do, how risky it is, which rule. */
import type { CatalogTool } from '../catalog.ts';
import type { Category, Risk } from '../domain.ts';
import { categoryUrl, riskUrl } from '../urls.ts';
import { categoryWords, list, riskWords } from './words.ts';

/** Which of the site's signs stands for a tool. */
export type Mark = Risk | 'unclear';

export type Verdict = {
  /** `Write`, or `Unclear`: never `Read` for want of evidence. */
  category: string;
  categoryHref: string;
  does: string;
  mark: Mark;
  /** `Medium`, or `Unclear`. */
  risk: string;
  riskHref: string;
  why: string;
  confidence: string;
};

export const markOfLabel = ({ unclear, risk }: CatalogTool['label']): Mark => (unclear ? 'unclear' : risk);
export const markOf = (tool: CatalogTool): Mark => markOfLabel(tool.label);
export const categoryName = (tool: CatalogTool) =>
  tool.label.unclear ? 'Unclear' : categoryWords[tool.label.category].name;
export const riskName = (tool: CatalogTool) => (tool.label.unclear ? 'Unclear' : riskWords[tool.label.risk].name);

export function verdict(tool: CatalogTool): Verdict {
  const { label } = tool;
  return {
    category: categoryName(tool),
    categoryHref: categoryUrl(label.category),
    does: does(tool),
    mark: markOf(tool),
    risk: riskName(tool),
    riskHref: riskUrl(label.risk),
    why: label.why,
    confidence: `Confidence ${label.confidence}`,
  };
}

function does({ label }: CatalogTool): string {
  if (label.unclear) return 'Its definition does not say. Until a person has looked, it is treated as a Write tool.';
  const raised = raisedSentence(label.raisedBy);
  return raised ?? categoryWords[label.category].does;
}

/** `Destructive with force, Write otherwise.` for a label that rests on options. */
export function raisedSentence(options: CatalogTool['label']['raisedBy']): string | undefined {
  const [first] = options;
  if (!first) return undefined;
  const named = options
    .filter((option) => option.category === first.category)
    .map(({ path, values }) => (values ? `${path.join('.')} set to ${list(values, 'or')}` : path.join('.')));
  const word = (category: Category) => categoryWords[category].name;
  return `${word(first.category)} with ${list(named.slice(0, 4), 'or')}, ${word(first.otherwise)} otherwise.`;
}
