/** Writes the snippet of a program when it is chosen, where the page does not hold it already. */
const fieldset = document.querySelector<HTMLFieldSetElement>('.snippets[data-policy]');

async function show(): Promise<void> {
  const input = fieldset?.querySelector<HTMLInputElement>('input[name="target"]:checked');
  const label = input?.nextElementSibling;
  if (!fieldset || !input || !label || label.nextElementSibling?.matches('.snippet')) return;
  const place = document.createElement('div');
  place.className = 'snippet';
  label.after(place);
  try {
    const { writeTarget } = await import('./write-target.ts');
    place.append(...(await writeTarget(fieldset, input.value)));
  } catch {
    place.append('This form could not be loaded: load the page again, or take the YAML.');
  }
}

/** A whole policy stands in a closed box: what is not looked at is not written. */
const box = fieldset?.closest('details');
const showIfOpen = () => {
  if (!box || box.open) void show();
};
box?.addEventListener('toggle', showIfOpen);
// Of any switch: a choice in one is a choice in all.
document.addEventListener('change', showIfOpen);
showIfOpen();

export {};
