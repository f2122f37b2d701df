/** A visitor's message: what the form's fields must hold, and what each error says. */
import { z } from 'zod';
import { categories } from '../domain.ts';

/** What a visitor wrote, checked. Fields that are about a tool are empty where the message is about none. */
export type Message = {
  name: string;
  email: string;
  message: string;
  /** `server/slug`, as in the tool's address. */
  tool: string;
  /** The label that the page showed. */
  label: string;
  /** The category that the visitor thinks is right. */
  expected: string;
  /** `sha256:…` of the definition that the label was given to. */
  definition: string;
};
export type Field = keyof Message;
export const fields = ['name', 'email', 'message', 'tool', 'label', 'expected', 'definition'] as const;

/** Fields that a visitor sees, in the order of the form: only these can be at fault in a form that is ours. */
export const visibleFields = ['name', 'email', 'expected', 'message'] as const satisfies Field[];

/** At most so many characters. */
export const limits = { name: 100, email: 254, message: 5000, tool: 200, label: 100 };
const shortest = 10;

export type Values = Partial<Record<Field, string>>;
export type Errors = Partial<Record<Field, string>>;
export type Outcome = { ok: true; message: Message } | { ok: false; errors: Errors };

/** Reads what was sent; each fault is one sentence that says what to do. */
export function readMessage(values: Values): Outcome {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, message: result.data };
  const errors: Errors = {};
  for (const { path, message } of result.error.issues) errors[path[0] as Field] ??= message;
  return { ok: false, errors };
}

/** Line breaks, tabs and other controls, which would let a name write lines of a mail's head. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** In a text of several lines, breaks and tabs are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const controlsInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Stands where bytes were no UTF-8. */
const broken = '\ufffd';

const line = (most: number, what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .refine((text) => !controls.test(text) && !text.includes(broken), 'Use one line of ordinary characters.')
    .transform((text) => text.trim())
    .refine((text) => text !== '', `Enter ${what}.`)
    .refine((text) => text.length <= most, `Use at most ${most} characters.`);

const hidden = (pattern: RegExp, most: number) =>
  z
    .string()
    .refine((text) => text === '' || (pattern.test(text) && text.length <= most && !controls.test(text)), 'Not ours.')
    .default('');

const schema = z.object({
  name: line(limits.name, 'your name'),
  email: line(limits.email, 'your email address').refine(
    (text) => z.regexes.html5Email.test(text),
    'Enter an email address like name@example.com.',
  ),
  message: z
    .string({ error: 'Write a message.' })
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .refine((text) => text !== '', 'Write a message.')
    .refine((text) => !controlsInText.test(text) && !text.includes(broken), 'Remove the characters that are not text.')
    .refine((text) => text.length >= shortest, `Write at least ${shortest} characters.`)
    .refine(
      (text) => text.length <= limits.message,
      `Write at most ${limits.message.toLocaleString('en')} characters.`,
    ),
  tool: hidden(/^[a-z0-9_-]+\/[A-Za-z0-9_~-]+$/, limits.tool),
  label: hidden(/^[\p{L}\p{N} ,·-]+$/u, limits.label),
  expected: z.union([z.enum(categories), z.literal('')], { error: 'Choose one of the list.' }).default(''),
  definition: hidden(/^sha256:[0-9a-f]{64}$/, 71),
});
