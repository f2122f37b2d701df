/** The form of a tool's page is seldom used: what makes it answer in place comes when someone goes into it. */
const form = document.querySelector<HTMLFormElement>('form[data-contact]');
const load = () => void import('./contact.ts');
form?.addEventListener('focusin', load, { once: true });
form?.addEventListener('pointerenter', load, { once: true });

export {};
