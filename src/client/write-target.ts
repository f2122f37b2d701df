/** The snippets that a page does not hold, made by the code that made the others. Loaded when one of them is chosen. */
import { type Transport, transport } from '../domain.ts';
import type { Policy } from '../policy/grammar.ts';
import { parsePolicies } from '../policy/parse.ts';
import { gatewayEntry } from '../snippets/gateway-entry.ts';
import { snippets } from '../snippets/list.ts';
import { type LeftOut, render } from '../snippets/render.ts';
import { type ServerRules, type Snippet, serverKeyOf } from '../snippets/snippet.ts';
import { gradeOf, gradeWords, losesRule, savedName, says, saysOfOthers } from '../snippets/words.ts';

/** What stands under the switch for this program. `fieldset` says where the policy is and how the server is started. */
export async function writeTarget(fieldset: HTMLElement, id: string): Promise<Node[]> {
  const snippet = snippets.find((known) => known.id === id);
  if (!snippet) throw new Error(`There is no format ${id}.`);
  const policy = await policyOf(fieldset);
  const wholeServer = fieldset.dataset['policy'] !== undefined;
  const rules: ServerRules = {
    server: policy.server,
    serverKey: serverKeyOf(policy.server),
    tools: policy.tools,
    ...(wholeServer ? { default: policy.default } : {}),
    ...(wholeServer && policy.reason !== undefined ? { reason: policy.reason } : {}),
  };
  const made = render(snippet, [rules]);
  const started = transport.safeParse(JSON.parse(fieldset.dataset['start'] ?? '{}'));
  const entry = started.success ? entryBox(snippet, rules, made.ok, started.data) : [];
  if (!made.ok) return [header(snippet, rules, undefined), element('p', {}, made.why), ...entry];
  return [
    header(snippet, rules, savedName(rules.server, snippet)),
    code(`snippet-${id}`, `The rules for ${snippet.title}`, made.text),
    element('p', { class: 'dim small' }, note(snippet, rules)),
    ...leftOut(made.leftOut),
    ...entry,
  ];
}

async function policyOf(fieldset: HTMLElement): Promise<Policy> {
  const { policy: url } = fieldset.dataset;
  const inPage = document.getElementById('snippet-policy')?.textContent;
  const read = parsePolicies(inPage ?? (url ? await (await fetch(url)).text() : ''));
  const [policy] = read.ok ? read.policies : [];
  if (!policy) throw new Error('The policy of this page cannot be read.');
  return policy;
}

function header(snippet: Snippet, rules: ServerRules, saveAs: string | undefined): HTMLElement {
  const [rule] = rules.tools.size === 1 && rules.default === undefined ? rules.tools.values() : [];
  const from = `snippet-${snippet.id}`;
  const grade = rule && (saveAs ? gradeOf(snippet, rule) : 'cannot');
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
            button('Copy', `the rules for ${snippet.title}`, {
              'data-copy-from': from,
              'data-name': `the rules for ${snippet.title}`,
            }),
            button('Download', saveAs, { 'data-save-from': from, 'data-file': saveAs }),
          ),
        ]
      : []),
  );
}

const button = (word: string, what: string, attributes: { [name: string]: string }) =>
  element('button', { type: 'button', ...attributes }, word, element('span', { class: 'visually-hidden' }, ` ${what}`));

/** Of one rule what becomes of it; of many, what the program loses of any, each sentence once. */
function note(snippet: Snippet, { tools, default: fallback }: ServerRules): string {
  const rules = [...tools.values()];
  const [first] = rules;
  if (fallback === undefined && first && rules.length === 1) return says(snippet, first);
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
  const items = left.map(({ tool, why }) => element('li', {}, element('code', {}, tool), ` ${why}`));
  return [
    element(
      'details',
      { class: 'bare' },
      element('summary', {}, `${left.length} not written, and why`),
      element('ul', {}, ...items),
    ),
  ];
}

function entryBox(snippet: Snippet, rules: ServerRules, written: boolean, started: Transport): HTMLElement[] {
  const loses = !written || [...rules.tools.values()].some((rule) => losesRule(snippet, rule));
  const entry = loses && snippet.entry ? gatewayEntry(snippet.entry, { ...rules, transport: started }) : undefined;
  if (!entry) return [];
  const summary = element(
    'summary',
    {},
    'Start the gateway in ',
    element('code', {}, entry.file),
    ' to hold all of it',
  );
  return [
    element(
      'details',
      { class: 'bare' },
      summary,
      code(`entry-${snippet.id}`, `The gateway in ${snippet.title}`, entry.text),
    ),
  ];
}

const code = (id: string, label: string, text: string) =>
  element('section', { class: 'scroll', tabindex: '0', 'aria-label': label }, element('pre', { id }, text));

function element(tag: string, attributes: { [name: string]: string }, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
