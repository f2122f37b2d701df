/** Copy buttons: say what was copied, and when copying fails select the text and say so. */
const announcer = document.querySelector<HTMLElement>('[data-status]');

document.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy], [data-copy-from]') : null;
  if (button) void copy(button);
});

async function copy(button: HTMLElement): Promise<void> {
  const from = document.getElementById(button.dataset['copyFrom'] ?? '');
  const name = button.dataset['name'] ?? button.querySelector('span')?.textContent.trim() ?? '';
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? from?.textContent ?? '');
    say(button, 'Copied', `Copied ${name}.`);
  } catch {
    if (from) getSelection()?.selectAllChildren(from);
    const hint = from ? 'it is selected, press Ctrl C' : 'select it by hand';
    say(button, 'Copy failed', `Copying ${name} failed: ${hint}.`);
  }
}

/** The button's own word changes for two seconds; its hidden name stays. */
function say(button: HTMLElement, word: string, sentence: string): void {
  const text = button.firstChild;
  if (!text || !announcer) return;
  button.dataset['label'] ??= text.textContent ?? '';
  text.textContent = word;
  announcer.textContent = sentence;
  setTimeout(() => {
    text.textContent = button.dataset['label'] ?? '';
    announcer.textContent = '';
  }, 2000);
}
