/** The built contact page with another form in it, so that an error looks as the page did. */
import { type Form, formEnd, formHtml, formStart } from './form.ts';

/** `built` is the text of `/contact/`. A page that has no place for the form is left out: the form stands alone. */
export function pageWithForm(built: string | undefined, form: Form): string {
  const text = formHtml(form);
  const start = built?.indexOf(formStart) ?? -1;
  const end = built?.indexOf(formEnd, start) ?? -1;
  if (built === undefined || start < 0 || end < 0) {
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Error: contact</title></head><body><main><h1>Contact</h1>${text}</main></body></html>`;
  }
  const head = built.slice(0, start).replace('<title>', '<title>Error: ');
  return head + text + built.slice(end + formEnd.length);
}
