/** Download buttons: the text of an element becomes a file, without asking any server. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-save-from]') : null;
  const from = button && document.getElementById(button.dataset['saveFrom'] ?? '');
  if (!from) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([from.textContent ?? ''], { type: 'text/plain' }));
  link.download = button.dataset['file'] ?? 'policy.yaml';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
