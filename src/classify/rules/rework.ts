/** Texts and lists of the caller that are reworked: all that goes in is the text, and it comes back in the answer. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const reworkRules: readonly ActRule[] = [
  {
    id: 'look.rework',
    category: 'read',
    why: 'A text or a list that is handed in to be reworked comes back in the answer; nothing is kept of it.',
    note: 'which hands back a text of the caller',
    verbs: words(
      'clean strip split wrap trim fix sort dedupe deduplicate merge remove replace join shorten expand truncate pad indent fold reverse shuffle normalize sanitize correct annotate label tag',
    ),
    when: (act) => isOfContent(act.object, act.context) && isContentOnly(act.facts),
    unless: words(
      'file folder directory database page document record playlist queue cart project card item repository slide board canvas cell row column scene layer message site post waiting mailing guest',
    ),
    matches: [
      'tidy: Clean markup and return plain text (html: string)',
      'chunks: Split a text into chunks (text: string, size: number)',
    ],
    misses: [
      'tidy: Clean the text of a page (page_id: string, text: string)',
      'remove_text: Remove text from a slide (text: string)',
      'split_text: Split a text',
    ],
  },
];

const forms = new Set(
  words(
    'text string json html markdown xml yaml csv css markup code line word sentence paragraph whitespace list array tag duplicate grammar spelling punctuation space accent diacritic noise title object list',
  ),
);
const isOfContent = (object: readonly string[], context: readonly string[]) =>
  object.some((word) => forms.has(word)) || (object.length === 0 && context.some((word) => forms.has(word)));

const contents = new Set(
  words('text texts string strings html json markdown xml yaml csv css code sentence lines list array input a'),
);
const places =
  /id$|ids$|path|file|url|name|page|slide|index|cursor|position|selection|sheet|range|doc|repo|branch|dir|folder|where|condition|table|layer|message/;
const isContentOnly = ({ parameters }: Facts) =>
  parameters.some(({ key, required }) => required && contents.has(key)) &&
  parameters.every(({ key, path }) => path.length > 1 || contents.has(key) || !places.test(key));
