/** Narrows a list to what is chosen above it. The choices live in the address; the other pages of the list are read too. */
const form = document.querySelector<HTMLFormElement>('form[data-filter]');
const list = document.querySelector<HTMLElement>('[data-list]');
const pages = [...document.querySelectorAll<HTMLAnchorElement>('.pages a')];

if (form && list) start(form, list);

function start(form: HTMLFormElement, list: HTMLElement): void {
  const selects = [...form.querySelectorAll('select')];
  const status = form.querySelector('[role="status"]');
  const reset = form.querySelector('button');
  const total = Number(form.dataset['total']);
  const own = list.cloneNode(true) as HTMLElement;
  let latest = 0;
  let whole: Promise<HTMLElement[]> | undefined;

  form.addEventListener('change', () => {
    const chosen = selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(chosen).toString();
    history.pushState(null, '', query ? `?${query}` : location.pathname);
    void apply();
  });
  form.addEventListener('reset', () => {
    history.pushState(null, '', location.pathname);
    restore();
    selects[0]?.focus();
  });
  addEventListener('popstate', restore);
  restore();

  function restore(): void {
    const given = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = given.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    void apply();
  }

  async function apply(): Promise<void> {
    latest += 1;
    const turn = latest;
    const words = selects.map(({ value }) => value).filter(Boolean);
    if (reset) reset.hidden = words.length === 0;
    try {
      whole ??= pages.length > 0 && words.length > 0 ? readPages() : undefined;
      const parts = words.length > 0 ? ((await whole) ?? [own]) : [own];
      if (turn !== latest) return;
      const shown = parts.map((part) => narrowed(part, words));
      list.replaceChildren(...shown.flatMap((part) => [...part.children]));
      document.querySelector('.pages')?.parentElement?.toggleAttribute('hidden', words.length > 0);
      const n = list.querySelectorAll('tbody tr').length;
      tell(words.length === 0 ? '' : `${n.toLocaleString('en')} of ${total.toLocaleString('en')} tools.`);
    } catch {
      whole = undefined;
      if (turn === latest) tell('The other pages of this list could not be loaded. Choose again to retry.');
    }
  }

  function tell(words: string): void {
    if (status) status.textContent = words;
  }

  /** In the order of the list, this page from what it was at first. */
  function readPages(): Promise<HTMLElement[]> {
    return Promise.all(pages.map((page) => (page.ariaCurrent === 'page' ? own : readPage(page.href))));
  }
}

async function readPage(address: string): Promise<HTMLElement> {
  const answer = await fetch(address);
  const text = await answer.text();
  const part = new DOMParser().parseFromString(text, 'text/html').querySelector<HTMLElement>('[data-list]');
  if (!answer.ok || !part) throw new Error(`${address}: ${answer.status}`);
  return part;
}

/** A copy with the rows that have every word, without the groups that are left empty. */
function narrowed(part: HTMLElement, words: string[]): HTMLElement {
  const copy = part.cloneNode(true) as HTMLElement;
  if (words.length === 0) return copy;
  for (const row of copy.querySelectorAll<HTMLElement>('tbody tr')) {
    const is = (row.dataset['is'] ?? '').split(' ');
    if (!words.every((word) => is.includes(word))) row.remove();
  }
  for (const group of [...copy.children]) {
    const n = group.querySelectorAll('tbody tr').length;
    const count = group.querySelector('[data-count]');
    if (count) count.textContent = ` ${n} ${n === 1 ? 'tool' : 'tools'}`;
    if (n === 0) group.remove();
  }
  return copy;
}
