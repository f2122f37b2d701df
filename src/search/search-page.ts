/** The search page at work: what is typed and chosen becomes a list of results and an address. */
import { type Asked, addressOf, askedIn, isAsked } from './address.ts';
import { findInTexts, loadNames } from './load.ts';
import type { NamedTool } from './names.ts';
import { resultItem } from './result.ts';

const shownAtOnce = 30;
const mostFound = 200;
/** Long enough that a person who types does not start a text search with each letter. */
const pause = 150;
const filters = ['risk', 'category', 'server'] as const;

const form = element<HTMLFormElement>('form[data-search-page]');
const box = element<HTMLInputElement>('#search-box');
const list = element<HTMLOListElement>('#results');
const status = element<HTMLElement>('#search-status');
const more = element<HTMLButtonElement>('#more-results');
const clear = element<HTMLButtonElement>('#clear-filters');
const start = element<HTMLElement>('#search-start');
const selects = filters.map((name) => element<HTMLSelectElement>(`select[name="${name}"]`));

let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let found: NamedTool[] = [];

// The index is on its way when the first letter is typed.
form.addEventListener('focusin', () => void loadNames().catch(() => undefined), { once: true });
box.addEventListener('input', () => ask('replaceState'));
for (const select of selects) select.addEventListener('change', () => ask('pushState'));
clear.addEventListener('click', () => {
  for (const select of selects) select.value = '';
  ask('pushState');
  box.focus();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask('pushState');
});
addEventListener('popstate', () => restore());
more.addEventListener('click', () => {
  const at = list.children.length;
  show(at + shownAtOnce);
  links()[at]?.focus();
});
box.addEventListener('keydown', (event) => move(event, -1));
list.addEventListener('keydown', (event) => move(event, links().indexOf(document.activeElement as HTMLAnchorElement)));

restore();

/** Down and Up go through the results, Enter in the box opens the first, Escape goes back to the box. */
function move(event: KeyboardEvent, at: number): void {
  // Keys that choose among the words of an input method, or that mean something to the browser, are not ours.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const all = links();
  const first = event.key === 'Enter' && at < 0 ? all[0] : undefined;
  if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (all[at - 1] ?? box).focus();
  else if (event.key === 'Escape' && at >= 0) box.focus();
  else if (first) first.click();
  else return;
  event.preventDefault();
}

const links = () => [...list.querySelectorAll<HTMLAnchorElement>('a.name')];

function restore(): void {
  const asked = askedIn(location.search);
  box.value = asked.q;
  for (const [at, name] of filters.entries()) choose(selects[at], asked[name]);
  void search(asked);
}

/** A server that the catalog no longer has stays chosen, so that the page says what its address says. */
function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (!select) return;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}

function ask(how: 'replaceState' | 'pushState'): void {
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const asked = askedIn(`?${new URLSearchParams(values)}`);
  const address = addressOf(asked);
  try {
    if (address !== location.search) history[how](null, '', `${location.pathname}${address}`);
  } catch {
    // Some browsers refuse more than a hundred changes in half a minute; the next one is taken again.
  }
  void search(asked);
}

async function search(asked: Asked): Promise<void> {
  latest += 1;
  const turn = latest;
  clearTimeout(waiting);
  start.classList.toggle('shown', !isAsked(asked));
  clear.hidden = filters.every((name) => asked[name] === '');
  if (!isAsked(asked)) return tell([], '');
  try {
    const { tools, rank } = await loadNames();
    if (turn !== latest) return;
    const byName = rank(asked.q, keeps(asked), mostFound);
    const inTexts = asked.q.trim().length > 1;
    tell(byName, byName.length > 0 || !inTexts ? sentence(byName.length) : 'Searching descriptions…');
    if (inTexts) waiting = setTimeout(() => void addTexts(asked, byName, tools, turn), pause);
  } catch {
    if (turn === latest) tell([], 'The index could not be loaded. Check the connection and search again.');
  }
}

/** The second tier goes below the first, without what stands there already. */
async function addTexts(asked: Asked, byName: NamedTool[], tools: NamedTool[], turn: number): Promise<void> {
  try {
    const numbers = await findInTexts(asked, shownAtOnce);
    if (turn !== latest) return;
    const kept = keeps(asked);
    const texts = numbers.flatMap((n) => tools[n] ?? []).filter(kept);
    const all = [...new Set([...byName, ...texts])];
    tell(all, sentence(all.length), list.children.length);
  } catch {
    if (turn === latest) status.textContent = `${sentence(byName.length)} Descriptions could not be searched.`;
  }
}

const keeps = (asked: Asked) => (tool: NamedTool) =>
  filters.every((name) => asked[name] === '' || tool[name] === asked[name]);

function sentence(n: number): string {
  if (n === 0) return 'No tool found. Try fewer words or fewer filters.';
  return n >= mostFound ? `${n} or more tools found.` : `${n} ${n === 1 ? 'tool' : 'tools'} found.`;
}

/** Shows the results; the first `kept` of the list stay as they are, so that focus does too. */
function tell(tools: NamedTool[], words: string, kept = 0): void {
  found = tools;
  if (status.textContent !== words) status.textContent = words;
  if (kept === 0) list.replaceChildren();
  show(Math.max(kept, shownAtOnce));
}

function show(upTo: number): void {
  list.append(...found.slice(list.children.length, upTo).map(resultItem));
  more.hidden = list.children.length >= found.length;
}

function element<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The search page has no ${selector}`);
  return found;
}
