/**
 * Markdown that a server wrote, as HTML of ours: its HTML is text, its headings come below ours, it brings no pictures, links
 * to the web only, and hides nothing. The exact text, with the marks of evidence, stands under "Why".
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { bounded, foreignHtml, textHtml } from './foreign.ts';
import { count } from './words.ts';

export type Rendered = {
  html: string;
  /** So much that it scrolls in a place of its own, for what stands below it is looked for too. */
  long: boolean;
  leftOut: string;
};

const mostRendered = 6_000;
const longText = 1_500;
const longLines = 24;
/** What the renderer counts on its way through one text. */
type State = { what: string; scrolls: number; links: ({ host: string; text: string } | undefined)[] };
const stateOf = (env: unknown) => (env as { state: State }).state;

// Indented text is seldom code here: it comes from the comments of programs.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true, maxNesting: 12 }).disable('code');
markdown.validateLink = (address) => /^https?:\/\//i.test(address) && URL.canParse(address);

/** Undefined where there is nothing to render: one line of plain text says the same as it stands. */
export function rendered(text: string, what: string): Rendered | undefined {
  const { shown, rest } = bounded(dedented(text.trim()), mostRendered);
  const tokens = markdown.parse(shown, {});
  if (!tokens.some(isMore) && tokens.length <= 3) return undefined;
  lowerHeadings(tokens);
  const state: State = { what, scrolls: 0, links: [] };
  const html = markdown.renderer.render(tokens, markdown.options, { state });
  const long = shown.length > longText || shown.split('\n').length > longLines;
  return {
    html,
    long,
    leftOut: rest === '' ? '' : `${count(rest.length, 'more character')} of it are not rendered here.`,
  };
}

/** Whether a token is more than a paragraph of plain text in one line. */
const isMore = ({ type, children }: Token): boolean =>
  type === 'inline'
    ? (children ?? []).some((child) => child.type !== 'text')
    : type !== 'paragraph_open' && type !== 'paragraph_close';

/** As comments of programs are written: every line but the first stands further in. */
function dedented(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const depths = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]));
  const least = Math.min(...depths);
  return Number.isFinite(least) && least > 0
    ? lines.map((line, at) => (at === 0 ? line : line.slice(least))).join('\n')
    : text;
}

/** Below the heading of the section, and none left out on the way down. */
function lowerHeadings(tokens: readonly Token[]): void {
  const levels = [...new Set(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag))].sort();
  let before = 2;
  for (const [at, token] of tokens.entries()) {
    if (!token.type.startsWith('heading_')) continue;
    const isOpen = token.type === 'heading_open';
    // A heading that says nothing leads nobody anywhere.
    token.hidden = isBlank(tokens[isOpen ? at + 1 : at - 1]);
    if (isOpen && !token.hidden) before = Math.min(before + 1, 3 + levels.indexOf(token.tag), 6);
    token.tag = `h${before}`;
  }
}

const isBlank = (token: Token | undefined) => (token?.content ?? '').trim() === '';

const rules = markdown.renderer.rules;
rules.text = (tokens, at) => foreignHtml(tokens[at]?.content ?? '');
rules.code_inline = (tokens, at) => `<code>${foreignHtml(tokens[at]?.content ?? '')}</code>`;
rules.image = (tokens, at, options, env, renderer) =>
  foreignHtml(renderer.renderInlineAsText(tokens[at]?.children ?? [], options, env));
rules.fence = (tokens, at, _options, env) =>
  `${scrollOpen(env, 'Code')}<pre>${foreignHtml(tokens[at]?.content ?? '')}</pre></section>`;
rules.table_open = (_tokens, _at, _options, env) => `${scrollOpen(env, 'Table')}<table>`;
rules.table_close = () => '</table></section>';
// Alignment would come as an inline style; a head that is empty heads nothing.
rules['td_open'] = () => '<td>';
rules['th_open'] = (tokens, at) => (isBlank(tokens[at + 1]) ? '<td>' : '<th scope="col">');
rules['th_close'] = (tokens, at) => (isBlank(tokens[at - 1]) ? '</td>' : '</th>');
rules.link_open = (tokens, at, _options, env) => {
  const address = URL.parse(String(tokens[at]?.attrGet('href')));
  const { links } = stateOf(env);
  // An empty address is nobody's to validate.
  if (!address || !/^https?:$/.test(address.protocol)) {
    links.push(undefined);
    return '';
  }
  let text = '';
  for (let next = at + 1; tokens[next] && tokens[next]?.type !== 'link_close'; next += 1) text += tokens[next]?.content;
  const shown = text.trim() === '' ? textHtml(address.host) : '';
  links.push({ host: address.host, text: text + shown });
  return `<a href="${textHtml(address.href).replaceAll('"', '%22')}" rel="nofollow ugc">${shown}`;
};
/** Where a link leads stands beside it, unless its words say so. */
rules.link_close = (_tokens, _at, _options, env) => {
  const link = stateOf(env).links.pop();
  if (!link) return '';
  return link.text.includes(link.host) ? '</a>' : `</a> <span class="dim">(${textHtml(link.host)})</span>`;
};

/** What may be wider than its place, by a name that is its own on the page. */
function scrollOpen(env: unknown, kind: string): string {
  const state = stateOf(env);
  state.scrolls += 1;
  return `<section class="scroll" tabindex="0" aria-label="${kind} ${state.scrolls} of the ${state.what}">`;
}
