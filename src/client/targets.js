// @ts-check
// Stands right after the switch and runs before it is painted: the target chosen on another page is chosen here too.
{
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name="target"]'));
  try {
    const chosen = localStorage.getItem('target');
    for (const input of inputs) {
      if (input.value === chosen) input.checked = true;
      input.addEventListener('change', () => localStorage.setItem('target', input.value));
    }
  } catch {
    // Storage may be forbidden; then the first target stands.
  }
}
