/** Ctrl K, Cmd K and, where nobody types, `/` lead to the page's search box. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'));

document.addEventListener('keydown', (event) => {
  const command =
    (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const box = command || slash ? document.querySelector<HTMLInputElement>('[data-search] input[name="q"]') : null;
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
