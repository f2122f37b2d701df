/** What stands under the switch between programs: the text, what it does, what it leaves out, and the gateway's entry. */
import { escapeInvisible } from '../policy/invisible.ts';
import { gatewayEntry, noEntry } from '../snippets/gateway-entry.ts';
import type { PublishedStart } from '../snippets/published.ts';
import { type LeftOut, type Rendered, render } from '../snippets/render.ts';
import type { ServerRules, Snippet } from '../snippets/snippet.ts';
import { gradeOf, gradeWords, losesRule, savedName, says, saysOfOthers } from '../snippets/words.ts';
import { element } from './elements.ts';

export type BoxServer = ServerRules & { title: string; start: PublishedStart };

/** `servers` is at least one. A program that keeps a file for each server gets a text for each. */
export function snippetBox(snippet: Snippet, servers: readonly BoxServer[]): Node[] {
  const parts = snippet.servers === 'one' ? servers.map((server) => [server]) : [servers];
  const made = parts.map((part, index) => textOf(snippet, part, index));
  return [
    ...made.flatMap(({ nodes }) => nodes),
    ...(made.some(({ ok }) => ok) ? [element('p', { class: 'dim small' }, note(snippet, servers))] : []),
    ...leftOut(made.flatMap(({ out }) => out)),
    ...entryBox(snippet, servers, !made.every(({ ok }) => ok)),
  ];
}

function textOf(snippet: Snippet, servers: readonly BoxServer[], index: number) {
  const made: Rendered = render(snippet, servers);
  const id = `snippet-${snippet.id}${index === 0 ? '' : `-${index + 1}`}`;
  const [only] = servers.length === 1 ? servers : [];
  const saveAs = made.ok ? savedName(only?.server ?? 'picks', snippet) : undefined;
  const what = index === 0 ? snippet.title : `${snippet.title}, ${only?.title}`;
  return {
    ok: made.ok,
    out: made.ok ? made.leftOut : [],
    nodes: [
      header(snippet, servers, id, what, saveAs),
      made.ok ? code(id, `The rules for ${what}`, made.text) : element('p', {}, made.why),
    ],
  };
}

function header(snippet: Snippet, servers: readonly BoxServer[], id: string, what: string, saveAs?: string): Node {
  const [server] = servers;
  const single = server?.default === undefined && server?.tools.size === 1 && servers.length === 1;
  const [rule] = single ? server.tools.values() : [];
  const grade = rule && (saveAs ? gradeOf(snippet, rule, server?.start.type) : 'cannot');
  return element(
    'header',
    {},
    element(
      'span',
      {},
      element('code', {}, snippet.file),
      ' ',
      ...(grade ? [element('span', { class: `grade ${grade}` }, gradeWords[grade])] : []),
    ),
    ...(saveAs
      ? [
          element(
            'span',
            {},
            button('Copy', `the rules for ${what}`, { 'data-copy-from': id }),
            button('Download', saveAs, { 'data-save-from': id, 'data-file': saveAs }),
          ),
        ]
      : []),
  );
}

const button = (word: string, what: string, attributes: { [name: string]: string }) =>
  element('button', { type: 'button', ...attributes }, word, element('span', { class: 'visually-hidden' }, ` ${what}`));

/** Of one rule what becomes of it; of many, what the program loses of any, each sentence once. */
function note(snippet: Snippet, servers: readonly BoxServer[]): string {
  const rules = servers.flatMap(({ tools }) => [...tools.values()]);
  const [first] = rules;
  const fallback = servers[0]?.default;
  if (fallback === undefined && first && rules.length === 1) return says(snippet, first, servers[0]?.start.type);
  const loose = rules.filter((rule) => gradeOf(snippet, rule) === 'cannot').length;
  const losing = rules.filter((rule) => losesRule(snippet, rule)).length;
  return [
    saysOfOthers(snippet, fallback ?? 'deny'),
    `Names: ${snippet.names}`,
    ...(loose > 0
      ? [
          `${loose} of ${rules.length} rules it cannot hold: such a tool runs without its limit, or asks where it should be refused.`,
        ]
      : []),
    ...(losing > loose ? [`Of ${losing - loose} more it loses a part, and refuses or asks instead.`] : []),
  ].join(' ');
}

function leftOut(left: readonly LeftOut[]): HTMLElement[] {
  if (left.length === 0) return [];
  const items = left.map(({ tool, why }) => element('li', {}, element('code', {}, escapeInvisible(tool)), ` ${why}`));
  return [
    element(
      'details',
      { class: 'bare' },
      element('summary', {}, `${left.length} not written, and why`),
      element('ul', {}, ...items),
    ),
  ];
}

function entryBox(snippet: Snippet, servers: readonly BoxServer[], refused: boolean): HTMLElement[] {
  const loses = refused || servers.some(({ tools }) => [...tools.values()].some((rule) => losesRule(snippet, rule)));
  if (!snippet.isGateway && !(loses && snippet.entry)) return [];
  const started = servers.flatMap(({ start, ...server }) =>
    start.type === 'stdio' ? [{ ...server, transport: start }] : [],
  );
  const entry = snippet.entry && gatewayEntry(snippet.entry, started);
  const without = servers.filter(({ start }) => start.type === 'http').map(({ title }) => title);
  return [
    ...(entry
      ? [
          element(
            'details',
            { class: 'bare' },
            element('summary', {}, 'Start the gateway in ', element('code', {}, entry.file), ' to hold all of it'),
            code(`entry-${snippet.id}`, `The gateway in ${snippet.title}`, entry.text),
          ),
        ]
      : []),
    ...(without.length > 0
      ? [element('p', { class: 'dim small' }, servers.length > 1 ? `${without.join(', ')}: ${noEntry}` : noEntry)]
      : []),
  ];
}

const code = (id: string, label: string, text: string) =>
  element('section', { class: 'scroll', tabindex: '0', 'aria-label': label }, element('pre', { id }, text));
