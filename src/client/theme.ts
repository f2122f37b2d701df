/** The theme switch in the footer; `boot.js` applies the choice on the next page. */
const root = document.documentElement;

for (const input of document.querySelectorAll<HTMLInputElement>('[data-theme-choice] input')) {
  input.checked = input.value === (root.dataset['theme'] ?? '');
  input.addEventListener('change', () => choose(input.value));
}

function choose(theme: string): void {
  if (theme === '') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden; then the choice holds for this page.
  }
}
