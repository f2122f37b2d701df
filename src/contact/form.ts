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

/** HTML with every value escaped. Empty places for errors are there from the start: the script of the page fills them. */
export function formHtml(form: Form): string {
  const { action, values = {}, errors = {}, problem = '', nonce = '', elapsed = '', turnstile } = form;
  const faults = visibleFields.filter((field) => errors[field] !== undefined);
  const wrong = faults.length > 0 || problem !== '';
  return String(html`${raw(formStart)}<form class="contact" method="post" action="${action}" novalidate data-contact>
<div class="error-summary" tabindex="-1" role="group" aria-labelledby="contact-summary-title" data-summary${wrong ? raw(' autofocus') : hiddenUnless('')}>
<h3 id="contact-summary-title">Your message was not sent</h3>
<p data-problem${hiddenUnless(problem)}>${problem}</p>
<ul data-faults${hiddenUnless(faults[0])}>${faults.map((field) => html`<li><a href="#contact-${field}">${errors[field]}</a></li>`)}</ul>
</div>
<input type="hidden" name="tool" value="${values.tool ?? ''}" />
<input type="hidden" name="label" value="${values.label ?? ''}" />
<input type="hidden" name="definition" value="${values.definition ?? ''}" />
<input type="hidden" name="nonce" value="${nonce}" />
<input type="hidden" name="elapsed" value="${elapsed}" />
<div data-about${hiddenUnless(values.tool)}>
<p>About <strong data-about-tool>${values.tool ?? ''}</strong>, labelled <span data-about-label>${values.label ?? ''}</span>.</p>
<div class="field">
<label for="contact-expected">If the label is wrong: what should it be?</label>
<p class="field-error" id="contact-expected-error"${hiddenUnless(errors.expected)}>${errors.expected ?? ''}</p>
<select id="contact-expected" name="expected" aria-describedby="contact-expected-error"${invalid(errors.expected)}>
<option value="">The label is fine</option>
${categories.map((category) => html`<option value="${category}"${raw(category === values.expected ? ' selected' : '')}>${category[0]?.toUpperCase() ?? ''}${category.slice(1)}</option>`)}
</select>
</div>
</div>
<div class="field">
<label for="contact-name">Your name</label>
<p class="field-error" id="contact-name-error"${hiddenUnless(errors.name)}>${errors.name ?? ''}</p>
<input id="contact-name" name="name" value="${values.name ?? ''}" autocomplete="name" maxlength="${limits.name}" required aria-describedby="contact-name-error"${invalid(errors.name)} />
</div>
<div class="field">
<label for="contact-email">Your email address</label>
<p class="field-error" id="contact-email-error"${hiddenUnless(errors.email)}>${errors.email ?? ''}</p>
<input id="contact-email" name="email" type="email" value="${values.email ?? ''}" autocomplete="email" maxlength="${limits.email}" required aria-describedby="contact-email-error"${invalid(errors.email)} />
</div>
<div class="field">
<label for="contact-message">Message</label>
<p class="field-error" id="contact-message-error"${hiddenUnless(errors.message)}>${errors.message ?? ''}</p>
<textarea id="contact-message" name="message" rows="6" maxlength="${limits.message}" required aria-describedby="contact-message-error"${invalid(errors.message)}>
${values.message ?? ''}</textarea>
</div>
<div class="contact-trap" aria-hidden="true"><label for="contact-second">Leave this empty</label><input id="contact-second" name="${trapField}" tabindex="-1" autocomplete="off" /></div>
${turnstile ? html`<div class="cf-turnstile" data-sitekey="${turnstile}" data-action="${turnstileAction}"></div><noscript><p>Sending needs JavaScript here: it checks that a person is writing.</p></noscript>` : ''}
<p><button class="primary" type="submit">Send message</button></p>
<p class="contact-status" role="status" tabindex="-1" data-contact-status></p>
</form>${raw(formEnd)}`);
}

const hiddenUnless = (text: string | undefined) => raw(text ? '' : ' hidden');
const invalid = (error: string | undefined) => raw(error ? ' aria-invalid="true"' : '');
