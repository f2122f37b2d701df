/** The search page at work: what is typed and chosen becomes a list of results and an address. */
import { type Asked, addressOf, askedIn, isAsked } from './address.ts';
import { findInTexts, loadNames } from './load.ts';
import type { NamedTool } from './names.ts';
import { resultItem } from './result.ts';

const shownAtOnce = 30;
const mostFound = 200;
/** Long enough that a person who types does not start a text search with each letter. */
const pause = 150;

const form = element<HTMLFormElement>('form[data-search-page]');
const box = element<HTMLInputElement>('#search-box');
const list = element<HTMLOListElement>('#results');
const status = element<HTMLElement>('#search-status');
const more = element<HTMLButtonElement>('#more-results');
const server = element<HTMLSelectElement>('select[name="server"]');

let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let found: NamedTool[] = [];

box.addEventListener('focus', () => void fillServers().catch(() => undefined), { once: true });
server.addEventListener('focus', () => void fillServers().catch(() => undefined), { once: true });
box.addEventListener('input', () => ask('replaceState'));
for (const select of form.querySelectorAll('select')) select.addEventListener('change', () => ask('pushState'));
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
form.addEventListener('keydown', (event) => event.target === box && move(event, -1));
list.addEventListener('keydown', (event) => move(event, links().indexOf(document.activeElement as HTMLAnchorElement)));

restore();

/** Down and Up go through the results, Enter opens the one in focus (or the first), Escape goes back to the box. */
function move(event: KeyboardEvent, at: number): void {
  const all = links();
  const opened = event.key === 'Enter' && at < 0 && !event.isComposing ? all[0] : undefined;
  if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (all[at - 1] ?? box).focus();
  else if (event.key === 'Escape' && at >= 0) box.focus();
  else if (opened) opened.click();
  else return;
  event.preventDefault();
}

const links = () => [...list.querySelectorAll<HTMLAnchorElement>('a.name')];

function restore(): void {
  const asked = askedIn(location.search);
  box.value = asked.q;
  for (const name of ['risk', 'category'] as const)
    element<HTMLSelectElement>(`select[name="${name}"]`).value = asked[name];
  if (asked.server !== '' && ![...server.options].some(({ value }) => value === asked.server)) {
    server.add(new Option(asked.server, asked.server));
  }
  server.value = asked.server;
  void search(asked);
}

function ask(how: 'replaceState' | 'pushState'): void {
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const asked = askedIn(`?${new URLSearchParams(values)}`);
  const address = addressOf(asked);
  if (address !== location.search) history[how](null, '', `${location.pathname}${address}`);
  void search(asked);
}

async function search(asked: Asked): Promise<void> {
  latest += 1;
  const turn = latest;
  clearTimeout(waiting);
  if (!isAsked(asked)) return tell([], '');
  try {
    const { tools, rank } = await loadNames();
    if (turn !== latest) return;
    void fillServers();
    const byName = rank(asked.q, keeps(asked), mostFound).map(({ tool }) => tool);
    tell(byName, sentence(byName.length));
    if (asked.q.trim().length > 1) waiting = setTimeout(() => void addTexts(asked, byName, tools, turn), pause);
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
    if (all.length > byName.length) tell(all, sentence(all.length), list.children.length);
  } catch {
    if (turn === latest) status.textContent += ' Descriptions could not be searched.';
  }
}

const keeps = (asked: Asked) => (tool: NamedTool) =>
  (asked.risk === '' || tool.risk === asked.risk) &&
  (asked.category === '' || tool.category === asked.category) &&
  (asked.server === '' || tool.server === asked.server);

function sentence(n: number): string {
  if (n === 0) return 'No tool found. Try fewer words or fewer filters.';
  return n >= mostFound ? `${n} or more tools found.` : `${n} ${n === 1 ? 'tool' : 'tools'} found.`;
}

/** Shows the results; what is in the list already stays, so that focus does too. */
function tell(tools: NamedTool[], words: string, kept = 0): void {
  found = tools;
  status.textContent = words;
  if (kept === 0) list.replaceChildren();
  show(Math.max(kept, shownAtOnce));
}

function show(upTo: number): void {
  list.append(...found.slice(list.children.length, upTo).map(resultItem));
  more.hidden = list.children.length >= found.length;
}

let filled = false;
async function fillServers(): Promise<void> {
  const { tools } = await loadNames();
  if (filled) return;
  filled = true;
  const chosen = server.value;
  const titles = new Map(tools.map((tool) => [tool.server, tool.serverTitle]));
  const options = [...titles].map(([id, title]) => new Option(title, id));
  server.replaceChildren(new Option('Any server', ''), ...options);
  if (chosen !== '' && !titles.has(chosen)) server.add(new Option(chosen, chosen));
  server.value = chosen;
}

function element<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The search page has no ${selector}`);
  return found;
}
