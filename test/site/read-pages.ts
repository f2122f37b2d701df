/** What tests want to know of a built page, read with the parser that browsers follow. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

export type Page = {
  /** Below the site's folder, with forward slashes. */
  file: string;
  bytes: number;
  title: string;
  description: string;
  canonical: string | undefined;
  noindex: boolean;
  h1: number;
  ids: string[];
  /** Addresses of links, scripts, styles, images and forms, as written. */
  addresses: { tag: string; value: string }[];
  /** Ids that attributes of this page point at. */
  idrefs: string[];
  /** Whatever would let text of a server run or load: inline code, inline styles, handlers, foreign elements. */
  unsafe: string[];
  /** By the HTML specification, with the line. */
  errors: string[];
};

const addressAttributes = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcset', 'ping'];
const idrefAttributes = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'popovertarget',
  'data-copy-from',
];
const foreignElements = ['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'portal', 'style'];

export function readPages(folder: string): Page[] {
  return globSync('**/*.html', { cwd: folder }).map((file) => readPage(file, readFileSync(join(folder, file), 'utf8')));
}

export function readPage(file: string, html: string): Page {
  const page: Page = {
    file: file.replaceAll('\\', '/'),
    bytes: Buffer.byteLength(html),
    title: '',
    description: '',
    canonical: undefined,
    noindex: false,
    h1: 0,
    ids: [],
    addresses: [],
    idrefs: [],
    unsafe: [],
    errors: [],
  };
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => page.errors.push(`${code} in line ${startLine}`),
  });
  for (const element of elements(document)) readElement(page, element);
  return page;
}

function readElement(page: Page, element: Element) {
  const { tagName: tag } = element;
  const attribute = new Map(element.attrs.map(({ name, value }) => [name, value]));
  for (const [name, value] of attribute) {
    if (name === 'id') page.ids.push(value);
    if (addressAttributes.includes(name)) page.addresses.push({ tag, value });
    if (idrefAttributes.includes(name)) page.idrefs.push(...value.split(/\s+/).filter(Boolean));
    if (name === 'style' || name.startsWith('on')) page.unsafe.push(`${name} on <${tag}>`);
  }
  if (foreignElements.includes(tag)) page.unsafe.push(`<${tag}>`);
  if (tag === 'script' && !attribute.has('src') && attribute.get('type') !== 'application/ld+json') {
    page.unsafe.push('script in the page');
  }
  if (tag === 'meta' && attribute.has('http-equiv')) page.unsafe.push('meta http-equiv');
  if (tag === 'h1') page.h1 += 1;
  if (tag === 'title' && element.namespaceURI === 'http://www.w3.org/1999/xhtml') page.title = textOf(element);
  if (tag === 'meta' && attribute.get('name') === 'description') page.description = attribute.get('content') ?? '';
  if (tag === 'meta' && attribute.get('name') === 'robots')
    page.noindex = /noindex/.test(attribute.get('content') ?? '');
  if (tag === 'link' && attribute.get('rel') === 'canonical') page.canonical = attribute.get('href');
}

/** Every element below a node, in document order; a page may be deep, so without recursion. */
function* elements(root: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  const waiting = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    yield node;
    waiting.push(...[...node.childNodes].reverse());
  }
}

function textOf(element: DefaultTreeAdapterTypes.ParentNode): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}
