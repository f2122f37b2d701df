/** Names whose verb stands in a noun: `text_to_speech` converts, `log_reader` reads. */
import { nouns, type VerbHit, verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Word } from './words.ts';

/** Words before the verb that say how it is done, or by whom. */
export const modifiers = new Set(
  words(
    'batch bulk multi admin async safe force try smart quick auto my mcp tool do please just the mass advanced fast simple easy full raw',
  ),
);

/** `search_notes` searches: these are nouns only where another verb stands beside them. */
export const safeLooks = new Set(words('search view query display watch'));

const formats = new Set(
  words(
    'text image images html pdf markdown md csv json xml yaml video audio speech voice prompt photo svg url docx word excel xlsx png jpg jpeg string date code sql sketch figma word latex webpage page',
  ),
);

/** `text_to_speech`, `html_to_pdf`: one thing is turned into another. */
export function conversionAt(all: readonly Word[]): { at: number; hit: VerbHit; isNoun: boolean } | undefined {
  const at = all.findIndex(({ text }) => text === 'to' || text === '2');
  if (at < 1 || at > 2 || at + 1 >= all.length || !formats.has(all[at - 1]?.text ?? '')) return undefined;
  return { at: at - 1, hit: { verb: 'convert', form: 'base', length: 1 }, isNoun: false };
}

const agentNouns: Record<string, string> = {
  reader: 'read',
  updater: 'update',
  searcher: 'search',
  finder: 'find',
  creator: 'create',
  generator: 'generate',
  remover: 'delete',
  deleter: 'delete',
  checker: 'check',
  validator: 'validate',
  analyzer: 'analyze',
  viewer: 'view',
  fetcher: 'fetch',
  scraper: 'scrape',
  converter: 'convert',
  calculator: 'calculate',
  writer: 'write',
  sender: 'send',
  runner: 'run',
  executor: 'execute',
  inspector: 'inspect',
  lister: 'list',
  editor: 'edit',
  translator: 'translate',
  summarizer: 'summarize',
  retriever: 'retrieve',
};
/** `project-services-reader` reads; only the last word can be one, and not where the name begins with a verb. */
export function agentNoun(all: readonly Word[]): { at: number; hit: VerbHit; isNoun: boolean } | undefined {
  const at = all.length - 1;
  const text = all[at]?.text ?? '';
  if (at < 1 || !Object.hasOwn(agentNouns, text)) return undefined;
  const lead = verbAt(all, 0);
  if (lead && ['stake', 'unstake', 'swap', 'vote', 'bridge'].includes(lead.verb)) return undefined;
  if (['from', 'by', 'to', 'for', 'of', 'in', 'on', 'with'].includes(all[at - 1]?.text ?? '')) return undefined;
  if (
    lead &&
    (!nouns.has(all[0]?.text ?? '') || safeLooks.has(lead.verb)) &&
    lead.verb !== 'deploy' &&
    lead.verb !== 'build'
  )
    return undefined;
  return { at, hit: { verb: agentNouns[text] ?? '', form: 'base', length: 1 }, isNoun: false };
}
