// @ts-check
// Stands right after a switch and runs before it is painted: the program chosen elsewhere is chosen here too.
{
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (
    document.querySelectorAll('input[name="target"], input[name="client"]')
  );
  /** @param {string | null} chosen */
  const choose = (chosen) => {
    for (const input of inputs) if (input.value === chosen) input.checked = true;
  };
  for (const input of inputs) {
    input.onchange = () => {
      choose(input.value);
      try {
        localStorage.setItem('target', input.value);
      } catch {
        // Then the choice holds for this page.
      }
    };
  }
  try {
    choose(localStorage.getItem('target'));
  } catch {
    // Storage may be forbidden; then the first program stands.
  }
}
