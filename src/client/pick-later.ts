/** Who has picked nothing loads nothing: the rest comes with the first pick, or when there are picks to show. */
const load = () => import('./pick.ts');

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('button.pick');
  if (button) void load().then(({ togglePick }) => togglePick(button));
});
try {
  if (localStorage.getItem('picks')) void load();
} catch {
  // Storage may be forbidden; then nothing is picked.
}

export {};
