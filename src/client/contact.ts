/** The contact form, sent without leaving the page. Whatever goes wrong on the way, the form still sends itself. */
import type { Answer } from '../contact/handler.ts';
import { element } from './elements.ts';

const patience = 20_000;
const form = document.querySelector<HTMLFormElement>('form[data-contact]');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  const openBefore = Number(field('elapsed').value) || 0;
  field('nonce').value ||= freshNonce();
  prefill();
  let sending = false;

  form.addEventListener('submit', (event) => {
    field('elapsed').value = String(Math.round(openBefore + performance.now()));
    event.preventDefault();
    if (!sending) void send();
  });

  async function send(): Promise<void> {
    const button = part<HTMLButtonElement>('button[type="submit"]');
    sending = true;
    button.disabled = true;
    show([], '');
    say('Sending…');
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        // What a form would send, so that the host needs to know one shape.
        body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
        signal: AbortSignal.timeout(patience),
      });
      await tell(response);
    } catch {
      if (navigator.onLine) {
        // The same message is stored once, however often it arrives.
        form.submit();
        return;
      }
      say('');
      show([], 'You are offline. Nothing was sent, and your text is still here: send it when you are back.');
    } finally {
      sending = false;
      button.disabled = false;
    }
  }

  async function tell(response: Response): Promise<void> {
    const isOurs = response.headers.get('Content-Type')?.includes('application/json') ?? false;
    say('');
    if (!isOurs) return show([], 'The host of this site takes no messages, so yours was not sent.');
    const answer = (await response.json()) as Answer;
    if (answer.status === 'sent') return sent();
    show(answer.status === 'invalid' ? Object.entries(answer.errors) : [], answer.problem ?? '');
  }

  function sent(): void {
    for (const name of ['name', 'email', 'message', 'expected']) field(name).value = '';
    field('nonce').value = freshNonce();
    say('Message sent. We’ll get back to you soon.');
    part('[data-contact-status]').focus();
  }

  /** Beside each field, and above the form as links to them; nothing at all where nothing is wrong. */
  function show(faults: [string, string][], problem: string): void {
    for (const input of form.querySelectorAll<HTMLElement>('.field :is(input, select, textarea)')) {
      const name = input.getAttribute('name') ?? '';
      mark(input, `contact-${name}-error`, faults.find(([fault]) => fault === name)?.[1]);
    }
    form.querySelector('[data-summary]')?.remove();
    if (faults.length === 0 && problem === '') return;
    const links = faults.map(([name, sentence]) =>
      element('li', {}, element('a', { href: `#contact-${name}` }, sentence)),
    );
    const title = 'contact-summary-title';
    const summary = element(
      'div',
      { class: 'error-summary', tabindex: '-1', role: 'group', 'aria-labelledby': title, 'data-summary': '' },
      element('h3', { id: title }, 'Your message was not sent'),
      ...(problem === '' ? [] : [element('p', {}, problem)]),
      ...(links.length === 0 ? [] : [element('ul', {}, ...links)]),
    );
    form.prepend(summary);
    summary.focus();
  }

  function mark(input: HTMLElement, id: string, sentence: string | undefined): void {
    document.getElementById(id)?.remove();
    for (const name of ['aria-invalid', 'aria-describedby']) input.removeAttribute(name);
    if (sentence === undefined) return;
    input.before(element('p', { class: 'field-error', id }, sentence));
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
  }

  /** From a tool's page that only links here, the address says which tool it was. */
  function prefill(): void {
    const said = new URLSearchParams(location.search);
    for (const name of ['tool', 'label', 'definition']) field(name).value ||= said.get(name) ?? '';
    part('[data-about]').hidden = field('tool').value === '';
    part('[data-about-tool]').textContent = field('tool').value;
    part('[data-about-label]').textContent = field('label').value;
  }

  function say(sentence: string): void {
    part('[data-contact-status]').textContent = sentence;
  }

  function field(name: string): HTMLInputElement {
    return part(`[name="${name}"]`);
  }

  function part<E extends HTMLElement>(selector: string): E {
    const found = form.querySelector<E>(selector);
    if (!found) throw new Error(`The form has no ${selector}.`);
    return found;
  }
}

/** Where a page comes without TLS, `crypto.randomUUID` is not there. */
function freshNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
