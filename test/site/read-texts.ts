/** The texts of a page as a person reads them, and what is there without saying anything. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

export type Texts = {
  /** Each paragraph, cell, heading, caption or label by itself, one line, `‹code›` where a machine's words stand. */
  blocks: string[];
  /** Elements that should hold something and do not: `<h2>`, `<section> questions`. */
  hollow: string[];
};

/** Their text goes on in the line around them; every other element begins a text of its own. */
const inline = new Set(
  'a abbr b bdi bdo cite code em i ins del kbd mark q s samp small span strong sub sup time u var'.split(' '),
);
/** What a machine wrote or reads. */
const machine = new Set(['code', 'pre', 'kbd', 'samp']);
const unread = new Set(['script', 'style', 'template', 'svg', 'textarea']);
const spoken = ['aria-label', 'alt', 'placeholder', 'title'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Empty, these leave a gap or a name without a thing. A cell may be empty, and so may a place that scripts fill. */
const holders = new Set([
  ...headings,
  'p',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'section',
  'details',
  'summary',
  'figure',
  'figcaption',
  'caption',
  'table',
  'tbody',
  'legend',
  'label',
  'button',
  'option',
  'a',
  'pre',
  'code',
  'mark',
  'strong',
  'nav',
  'article',
  'aside',
]);

export function readTexts(html: string): Texts {
  const texts: Texts = { blocks: [], hollow: [] };
  const document = parse(html);
  let line = '';
  const end = () => {
    const text = line.replaceAll(/\s+/g, ' ').trim();
    if (text !== '') texts.blocks.push(text);
    line = '';
  };
  const walk = (node: Node, later = false) => {
    if ('value' in node) line += node.value;
    if (!('tagName' in node)) return;
    const { tagName: tag } = node;
    if (unread.has(tag)) return;
    const attribute = attributesOf(node);
    const filled = later || isFilled(attribute) || isQuoted(attribute);
    for (const name of spoken) if (attribute.has(name)) texts.blocks.push(attribute.get(name) ?? '');
    const named = /^(?:description|og:title|og:description)$/.test(
      attribute.get('name') ?? attribute.get('property') ?? '',
    );
    if (tag === 'meta' && named) texts.blocks.push(attribute.get('content') ?? '');
    if (holders.has(tag) && !says(node) && !filled) texts.hollow.push(`<${tag}> ${attribute.get('id') ?? ''}`.trim());
    if (headings.includes(tag) && !filled && !isFollowed(node))
      texts.hollow.push(`nothing below <${tag}> ${textOf(node).trim()}`.trim());
    if (tag === 'pre' || (inline.has(tag) && (machine.has(tag) || attribute.get('class') === 'chip'))) {
      line += '‹code›';
      return;
    }
    if (!inline.has(tag)) end();
    for (const child of node.childNodes) walk(child, filled);
    if (!inline.has(tag)) end();
  };
  for (const child of document.childNodes) walk(child);
  end();
  return texts;
}

const attributesOf = (element: Element) => new Map(element.attrs.map(({ name, value }) => [name, value]));

/** A place for what scripts will say: hidden, spoken when it changes, or the list that the search fills. */
const isFilled = (attribute: Map<string, string>) =>
  attribute.has('hidden') || attribute.get('role') === 'status' || attribute.get('id') === 'results';

/** A server's own text, which may be nothing but space, and headings with nothing below. */
const isQuoted = (attribute: Map<string, string>) => /\b(?:quoted|rendered)\b/.test(attribute.get('class') ?? '');

function textOf(node: Node): string {
  return 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Words, a name for those who listen, or something to fill in. */
function says(node: Node): boolean {
  if ('value' in node) return node.value.trim() !== '';
  if (!('tagName' in node)) return false;
  const attribute = attributesOf(node);
  if (['input', 'select', 'textarea', 'img'].includes(node.tagName) || attribute.has('aria-label')) return true;
  return node.childNodes.some(says);
}

const level = (node: Node) => ('tagName' in node ? headings.indexOf(node.tagName) + 1 : 0);
const enclosing = new Set(['section', 'details', 'article', 'aside', 'nav', 'main', 'body', 'form']);

/** Whether something is said between this heading and the next of its level, or the end of what it heads. */
function isFollowed(heading: Element): boolean {
  for (let node: Element = heading; !enclosing.has(node.tagName); node = node.parentNode as Element) {
    const parent = node.parentNode;
    if (!parent || !('tagName' in parent)) return false;
    for (const next of parent.childNodes.slice(parent.childNodes.indexOf(node) + 1)) {
      const first = opening(next, level(heading));
      if (first !== 'nothing') return first === 'content';
    }
  }
  return false;
}

/** What a node begins with: content, or a heading that ends the one of `level` before it. */
function opening(node: Node, most: number): 'content' | 'heading' | 'nothing' {
  const own = level(node);
  if (own > 0) return own <= most ? 'heading' : 'nothing';
  if (!('tagName' in node) || node.childNodes.length === 0) return says(node) ? 'content' : 'nothing';
  for (const child of node.childNodes) {
    const first = opening(child, most);
    if (first !== 'nothing') return first;
  }
  return says(node) && !node.childNodes.some((child) => level(child) > 0) ? 'content' : 'nothing';
}
