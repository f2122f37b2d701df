/**
 * The page of a person's picks at work. What is shown are the picks in the address, where there are any, and else the
 * person's own: a shared address changes nothing that is kept until they say so.
 */
import { isWhole, type Leg, legsSentence } from '../policy/legs.ts';
import { formats } from '../snippets/formats.ts';
import type { PublishedPolicy } from '../snippets/published.ts';
import { policyDataUrl } from '../urls.ts';
import { type Basket, basketOf } from './basket.ts';
import { leakItems, part, serverGroups, unknownItems } from './basket-view.ts';
import { showPicks } from './pick.ts';
import { type Choice, countPicks, mergedPicks, type Picks, readPicks, toolsWords, writePicks } from './picks.ts';
import { publishedPolicy } from './published.ts';
import { snippetBox } from './snippet-box.ts';
import { storedPicks, storePicks } from './stored-picks.ts';

const page = part(document, '[data-basket]');
const at = <E extends HTMLElement = HTMLElement>(name: string) => part<E>(page, `[data-at="${name}"]`);
const fieldset = part<HTMLFieldSetElement>(page, '.snippets');

let picks: Picks = new Map();
let unread = 0;
let shared = false;
let basket: Basket | undefined;
/** What the last removal took away. */
let before: Picks | undefined;
let turn = 0;

addEventListener('hashchange', () => void restart());
addEventListener('popstate', () => void restart());
addEventListener('pageshow', ({ persisted }) => persisted && void restart());
addEventListener('storage', () => shared || void restart());
page.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const row = button?.closest<HTMLElement>('[data-slug]');
  if (row) void remove(row);
  else if (button?.dataset['do']) void actions[button.dataset['do']]?.();
});
page.addEventListener('change', ({ target }) => {
  if (target === fieldset || !(target instanceof HTMLElement)) return;
  if (target instanceof HTMLSelectElement) void choose(target);
  else if (target.matches('input[name="target"]')) void write();
});
void restart();

async function restart(): Promise<void> {
  const given = location.hash.slice(1);
  shared = given !== '';
  ({ picks, unread } = shared ? readPicks(given) : { picks: storedPicks(), unread: 0 });
  before = undefined;
  await show();
}

const actions: { [name: string]: () => Promise<void> } = {
  add: () => keep(mergedPicks(storedPicks(), picks)),
  replace: () => keep(picks),
  mine: async () => {
    history.pushState(null, '', location.pathname);
    await restart();
    at('title').focus();
  },
  clear: async () => {
    before = picks;
    await change(new Map());
    say(`${toolsWords(countPicks(before))} removed.`);
    at('undo').focus();
  },
  undo: async () => {
    const back = before;
    before = undefined;
    if (back) await change(back);
    say(`${toolsWords(countPicks(picks))} in your policy.`);
    at('title').focus();
  },
  again: () => restart(),
};

async function keep(kept: Picks): Promise<void> {
  if (!storePicks(kept)) {
    say('This browser keeps nothing for this site. The address keeps these picks.');
    return;
  }
  history.pushState(null, '', location.pathname);
  await restart();
  say(`Kept in this browser: ${toolsWords(countPicks(picks))} in your policy.`);
  at('title').focus();
}

async function choose(select: HTMLSelectElement): Promise<void> {
  const { server = '', slug = '' } = select.closest<HTMLElement>('[data-slug]')?.dataset ?? {};
  const tools = new Map(picks.get(server)).set(slug, select.value as Choice);
  before = undefined;
  const was = isLeak();
  await change(new Map(picks).set(server, tools));
  if (isLeak() !== was) say(part(page, '[data-at="leak-words"]').textContent ?? '');
}

async function remove(row: HTMLElement): Promise<void> {
  const { server = '', slug = '' } = row.dataset;
  const buttons = [...page.querySelectorAll<HTMLElement>('[data-slug] button')];
  const place = buttons.findIndex((button) => row.contains(button));
  const tools = new Map(picks.get(server));
  tools.delete(slug);
  before = picks;
  await change(new Map(picks).set(server, tools));
  const left = page.querySelectorAll<HTMLElement>('[data-slug] button');
  (left[Math.min(place, left.length - 1)] ?? at('undo')).focus();
  say(`Removed ${slug}: ${toolsWords(countPicks(picks))} left.`);
}

/** Into the address where the picks came from there, else into the browser's storage. */
async function change(next: Picks): Promise<void> {
  picks = new Map([...next].filter(([, tools]) => tools.size > 0));
  if (shared) history.replaceState(null, '', `#${writePicks(picks)}`);
  else if (!storePicks(picks)) say('This browser keeps nothing for this site: the picks last as long as this page.');
  await show();
}

async function show(): Promise<void> {
  turn += 1;
  const mine = turn;
  const { known, failed } = await load([...picks.keys()]);
  if (mine !== turn) return;
  basket = basketOf(picks, known);
  const n = countPicks(picks);
  at('shared').hidden = !shared;
  at('shared-words').textContent = sharedWords(n);
  part(page, '[data-do="replace"]').hidden = countPicks(storedPicks()) === 0;
  at('failed').hidden = failed.length === 0;
  at('failed-words').textContent =
    `The rules of ${failed.join(', ')} could not be loaded, so its tools are missing here.`;
  const unknown = unknownItems({ ...basket, servers: basket.servers.filter(({ id }) => !failed.includes(id)) });
  at('unknown').hidden = unknown.length === 0;
  at('unknown-list').replaceChildren(...unknown);
  at('empty').hidden = n > 0;
  at('undo-line').hidden = before === undefined;
  at('picks').hidden = basket.policies.length === 0;
  at('policy').hidden = basket.policies.length === 0;
  at('groups').replaceChildren(...serverGroups(basket));
  showLeak(basket);
  const link = `${location.origin}${location.pathname}#${writePicks(picks)}`;
  at('link').dataset['copy'] = link;
  showPicks();
  await write();
}

function sharedWords(n: number): string {
  const own = countPicks(storedPicks());
  const kept =
    own === 0
      ? 'Nothing of it is kept in this browser yet.'
      : `Your own policy of ${toolsWords(own)} is kept as it was.`;
  const lost = unread > 0 ? ` ${unread} of its parts name no tool and were left out.` : '';
  return `This policy of ${toolsWords(n)} came with the address. ${kept}${lost}`;
}

const found = (): Set<Leg> => new Set(basket?.leaks.map(({ leg }) => leg));
const isLeak = () => isWhole(found());

function showLeak(shown: Basket): void {
  const sentence = legsSentence(found(), 'these tools together give');
  at('leak').hidden = sentence === '';
  at('leak').classList.toggle('alarm', isLeak());
  at('leak-words').textContent = sentence;
  at('leak-list').replaceChildren(...leakItems(shown));
}

/** The chosen program's text for what is shown. */
async function write(): Promise<void> {
  const mine = turn;
  const input = part<HTMLInputElement>(fieldset, 'input[name="target"]:checked');
  const label = input.nextElementSibling;
  const policies = basket?.policies ?? [];
  if (policies.length === 0 || !label) return;
  const box = document.createElement('div');
  box.className = 'snippet';
  try {
    const snippet = await formats.get(input.value)?.();
    if (snippet) box.append(...snippetBox(snippet, policies));
  } catch {
    box.append('This form could not be loaded: load the page again.');
  }
  if (mine !== turn) return;
  for (const old of fieldset.querySelectorAll('.snippet')) old.remove();
  label.after(box);
}

/** Servers that the site does not have are in neither list. */
async function load(servers: readonly string[]) {
  const known = new Map<string, PublishedPolicy>();
  const failed: string[] = [];
  await Promise.all(
    servers.map(async (server) => {
      try {
        const policy = await publishedPolicy(policyDataUrl(server));
        if (policy) known.set(server, policy);
      } catch {
        failed.push(server);
      }
    }),
  );
  return { known, failed };
}

function say(sentence: string): void {
  part(document, '[data-status]').textContent = sentence;
}
