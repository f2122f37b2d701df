/** The form: one text for the page that is built and for the answer that says what is wrong. */
import { html, raw } from 'hono/html';
import { categories } from '../domain.ts';
import { type Errors, limits, type Values, visibleFields } from './message.ts';
import { turnstileAction } from './turnstile.ts';

export type Form = {
  /** Where it is sent: an address of `urls.ts`. */
  action: string;
  values?: Values;
  errors?: Errors;
  /** What is wrong with the whole of it. */
  problem?: string;
  /** What the page that it was first on knew, for a message that is sent again. */
  nonce?: string;
  elapsed?: string;
  /** Shows Turnstile's check. */
  turnstile?: string;
};

/** A field that people do not see and no browser fills by itself: who fills it is a program. */
export const trapField = 'second_subject';

/** Between these two marks the page has the form, so that the handler can put another in its place. */
export const formStart = '<!--contact-form-->';
export const formEnd = '<!--/contact-form-->';

/** HTML with every value escaped. */
export function formHtml(form: Form): string {
  const { action, values = {}, errors = {}, problem = '', nonce = '', elapsed = '', turnstile } = form;
  return String(html`${raw(formStart)}<form class="contact" method="post" action="${action}" novalidate data-contact>
${summary(problem, errors)}<input type="hidden" name="tool" value="${values.tool ?? ''}" />
<input type="hidden" name="label" value="${values.label ?? ''}" />
<input type="hidden" name="definition" value="${values.definition ?? ''}" />
<input type="hidden" name="nonce" value="${nonce}" />
<input type="hidden" name="elapsed" value="${elapsed}" />
<div data-about${hiddenUnless(values.tool)}>
<p>About <strong data-about-tool>${values.tool ?? ''}</strong>, labelled <span data-about-label>${values.label ?? ''}</span>.</p>
<div class="field">
<label for="contact-expected">If the label is wrong: what should it be?</label>
${fault('expected', errors.expected)}<select id="contact-expected" name="expected"${invalid('expected', errors.expected)}>
<option value="">The label is fine</option>
${categories.map((category) => html`<option value="${category}"${raw(category === values.expected ? ' selected' : '')}>${category[0]?.toUpperCase() ?? ''}${category.slice(1)}</option>`)}
</select>
</div>
</div>
<div class="field">
<label for="contact-name">Your name</label>
${fault('name', errors.name)}<input id="contact-name" name="name" value="${values.name ?? ''}" autocomplete="name" maxlength="${limits.name}" required${invalid('name', errors.name)} />
</div>
<div class="field">
<label for="contact-email">Your email address</label>
${fault('email', errors.email)}<input id="contact-email" name="email" type="email" value="${values.email ?? ''}" autocomplete="email" maxlength="${limits.email}" required${invalid('email', errors.email)} />
</div>
<div class="field">
<label for="contact-message">Message</label>
${fault('message', errors.message)}<textarea id="contact-message" name="message" rows="6" maxlength="${limits.message}" required${invalid('message', errors.message)}>
${values.message ?? ''}</textarea>
</div>
<div class="contact-trap" aria-hidden="true"><label for="contact-second">Leave this empty</label><input id="contact-second" name="${trapField}" tabindex="-1" autocomplete="off" /></div>
${turnstile ? html`<div class="cf-turnstile" data-sitekey="${turnstile}" data-action="${turnstileAction}"></div><noscript><p>Sending needs JavaScript here: it checks that a person is writing.</p></noscript>` : ''}
<p><button class="primary" type="submit">Send message</button></p>
<p class="contact-status" role="status" tabindex="-1" data-contact-status></p>
</form>${raw(formEnd)}`);
}

const hiddenUnless = (text: string | undefined) => raw(text ? '' : ' hidden');

/** Where nothing is wrong, no place is kept for what is: the page's script makes it. */
const fault = (field: string, error: string | undefined) =>
  error === undefined ? '' : html`<p class="field-error" id="contact-${field}-error">${error}</p>`;
const invalid = (field: string, error: string | undefined) =>
  raw(error === undefined ? '' : ` aria-invalid="true" aria-describedby="contact-${field}-error"`);

function summary(problem: string, errors: Errors) {
  const faults = visibleFields.filter((field) => errors[field] !== undefined);
  if (faults.length === 0 && problem === '') return '';
  return html`<div class="error-summary" tabindex="-1" role="group" aria-labelledby="contact-summary-title" data-summary autofocus>
<h3 id="contact-summary-title">Your message was not sent</h3>
${problem === '' ? '' : html`<p>${problem}</p>`}
${faults.length === 0 ? '' : html`<ul>${faults.map((field) => html`<li><a href="#contact-${field}">${errors[field]}</a></li>`)}</ul>`}
</div>`;
}
