/** The pick buttons and the count in the header. Loaded when something is picked, or was before. */
import { type Choice, countPicks, mostPicks, toolsWords } from './picks.ts';
import { storedPicks, storePicks } from './stored-picks.ts';

showPicks();
addEventListener('storage', showPicks);
addEventListener('pageshow', ({ persisted }) => persisted && showPicks());
/** Lists that are filtered and searched get new rows. */
for (const list of document.querySelectorAll('[data-list], #results')) {
  new MutationObserver(showPicks).observe(list, { childList: true });
}

export function togglePick(button: HTMLElement): void {
  const sentence = toggled(button);
  showPicks();
  const status = document.querySelector('[data-status]');
  if (status) status.textContent = sentence;
}

/** What became of it, to be said. */
function toggled(button: HTMLElement): string {
  const { server, slug, name } = toolOf(button);
  const picks = storedPicks();
  const tools = picks.get(server) ?? new Map<string, Choice>();
  const wasPicked = tools.delete(slug);
  if (!wasPicked && countPicks(picks) >= mostPicks) return `A policy here holds at most ${toolsWords(mostPicks)}.`;
  picks.set(server, wasPicked ? tools : tools.set(slug, 'recommended'));
  if (!storePicks(picks)) return 'This browser keeps nothing for this site, so nothing can be picked.';
  const inAll = `${toolsWords(countPicks(picks))} in your policy`;
  return wasPicked ? `${name} is no longer picked: ${inAll}.` : `${name} is picked: ${inAll}.`;
}

export function showPicks(): void {
  const picks = storedPicks();
  for (const button of document.querySelectorAll<HTMLElement>('button.pick')) {
    const { server, slug } = toolOf(button);
    button.ariaPressed = String(picks.get(server)?.has(slug) ?? false);
  }
  const link = document.querySelector('[data-picks]');
  const n = countPicks(picks);
  if (n > 0) document.documentElement.dataset['picked'] = '';
  if (link) link.textContent = n.toLocaleString('en');
  link?.parentElement?.setAttribute('aria-label', `Your policy: ${toolsWords(n)} picked`);
}

/** A row's own link says which tool it is, and the address of a tool's page. */
function toolOf(button: HTMLElement): { server: string; slug: string; name: string } {
  const link = button.closest('tr, li')?.querySelector('a');
  const [server = '', slug = ''] = (link ?? location).pathname.split('/').slice(-3);
  return { server, slug, name: (link ?? document.querySelector('h1'))?.textContent?.trim() ?? slug };
}
