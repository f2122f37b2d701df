/** Takes a visitor's message: `Request → Response`, the same on every host. Kept first, answered, then delivered. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { addressGroup, freshSecret, hashedAddress, messageId } from './address.ts';
import type { Channel } from './channels/channel.ts';
import { deliver, oneAtATime } from './deliver.ts';
import { trapField } from './form.ts';
import { type Errors, fields, type Message, readMessage, type Values, visibleFields } from './message.ts';
import { pageWithForm } from './page.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import { isPerson } from './turnstile.ts';

/** Below the site's base. */
export const contactPath = 'api/contact';

export type Contact = {
  settings: Settings;
  channels: Channel[];
  /** Absent: this host has nowhere to keep messages, and says so. */
  store?: Store;
  /** The text of a built page, by its path with the base; undefined where there is none. */
  page(path: string): Promise<string | undefined>;
  /** Origins that the site is also reached by, such as loopback addresses. Looked at with each request. */
  origins?: readonly string[];
};

/** What a host knows of one request. */
export type Visit = {
  /** The visitor's address, from the connection or from a proxy that is trusted. */
  ip: string | undefined;
  /** Keeps the host awake until this is done. */
  waitUntil(work: Promise<unknown>): void;
};

export type Outside = { now?: () => number; send?: typeof fetch; log?: (line: string) => void };

/** What the form's script is told. */
export type Answer =
  | { status: 'sent' }
  | { status: 'invalid'; errors: Errors; problem?: string }
  | { status: 'refused'; problem: string };

const largestBody = 32 * 1024;
const mostFields = 30;
/** Nobody reads and fills a form in less; in milliseconds. */
const fastestPerson = 2000;
/** A post also delivers a little of what others left. */
const deliveriesPerPost = 10;
const hourLength = 3_600_000;

type Env = { Bindings: Visit };
type Sent = { values: Values; nonce: string; elapsed: string };
const nothing: Sent = { values: {}, nonce: '', elapsed: '' };

export function contactHandler(
  contact: Contact,
  { now = Date.now, send = fetch, log = console.error }: Outside = {},
): (request: Request, visit: Visit) => Promise<Response> {
  const { settings, channels, store } = contact;
  const deliverSome = oneAtATime(async () => store && deliver(store, channels, { limit: deliveriesPerPost, now }));
  const app = new Hono<Env>();

  app.onError((error, c) => {
    if ('getResponse' in error) {
      return refuse(
        c,
        403,
        'This message does not come from this site, so it was not taken. Open the contact page and send it there.',
        nothing,
      );
    }
    log(`contact: ${error.stack ?? error.message}`);
    return refuse(c, 503, 'The message could not be kept just now. Please send it again in a minute.', nothing);
  });
  app.use(async (c, next) => {
    if (c.req.method !== 'POST') {
      return c.text('Messages are sent by the form on the contact page.\n', 405, { Allow: 'POST' });
    }
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    const encoded = (c.req.header('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity';
    if (type !== 'application/x-www-form-urlencoded' || encoded) {
      return refuse(c, 415, 'Messages are taken as the form sends them: application/x-www-form-urlencoded.', nothing);
    }
    return next();
  });
  app.use(csrf({ origin: (from) => from === settings.origin || (contact.origins ?? []).includes(from) }));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => refuse(c, 413, 'The message is too long.', nothing),
    }),
  );
  app.post('*', take);
  return async (request, visit) => {
    const response = await app.fetch(request, visit);
    response.headers.set('Cache-Control', 'no-store');
    return response;
  };

  async function take(c: Context<Env>): Promise<Response> {
    const sent = new URLSearchParams(await c.req.text());
    if (sent.size > mostFields) return refuse(c, 400, 'The message has more fields than the form.', nothing);
    if (isProgram(sent)) return success(c);

    const form = { values: valuesOf(sent), nonce: sent.get('nonce') ?? '', elapsed: sent.get('elapsed') ?? '' };
    const read = readMessage(form.values);
    if (!read.ok) return invalid(c, read.errors, form);
    if (!store) return refuse(c, 503, 'This site has nowhere to keep messages, so yours was not sent.', form);
    const time = now();
    const day = new Date(time).toISOString().slice(0, 10);
    const id = await messageId(/^[\w-]{8,100}$/.test(form.nonce) ? form.nonce : day, Object.values(read.message));
    try {
      if (!(await store.has(id))) {
        const refusal = (await checkPerson(c, sent, form)) ?? (await checkRate(c, store, time, day, form));
        if (refusal) return refusal;
        await keep(store, { ...read.message, id, receivedAt: time });
      }
    } catch (error) {
      log(`contact: a message was not kept: ${error instanceof Error ? error.stack : error}`);
      return refuse(c, 503, 'The message could not be kept just now. Please send it again in a minute.', form);
    }
    c.env.waitUntil(deliverSome().catch((error) => log(`contact: delivery stopped: ${error.message}`)));
    return success(c);
  }

  function keep(into: Store, message: Message & { id: string; receivedAt: number }) {
    return into.save(
      message,
      channels.map(({ name }) => name),
    );
  }

  async function checkPerson(c: Context<Env>, sent: URLSearchParams, form: Sent): Promise<Response | undefined> {
    if (!settings.turnstile) return undefined;
    const hostname = settings.origin && new URL(settings.origin).hostname;
    const token = sent.get('cf-turnstile-response') ?? '';
    if (await isPerson(token, settings.turnstile.secret, hostname, send)) return undefined;
    return refuse(c, 422, 'The check that a person is writing was not passed. Please do it again.', form);
  }

  async function checkRate(
    c: Context<Env>,
    counted: Store,
    time: number,
    day: string,
    form: Sent,
  ): Promise<Response | undefined> {
    const who = await hashedAddress(await counted.dayKey(day, freshSecret()), addressGroup(c.env.ip));
    const hour = Math.floor(time / hourLength);
    if ((await counted.count(who, hour)) <= settings.perHour) return undefined;
    const seconds = Math.ceil(((hour + 1) * hourLength - time) / 1000);
    c.header('Retry-After', String(seconds));
    const minutes = Math.ceil(seconds / 60);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    return refuse(c, 429, `Too many messages came from your network. Please try again in ${wait}.`, form);
  }

  function success(c: Context<Env>): Response {
    if (wantsJson(c)) return c.json({ status: 'sent' } satisfies Answer);
    return c.redirect(`${baseOf(c)}contact/sent/`, 303);
  }

  /** Hidden fields can only be at fault when somebody changed them. */
  function invalid(c: Context<Env>, errors: Errors, form: Sent): Promise<Response> {
    const ours = visibleFields.some((field) => errors[field] !== undefined);
    const problem = ours ? '' : 'The form was changed on its way. Please open the contact page and write again.';
    if (!wantsJson(c)) return page(c, 422, { ...form, errors, problem });
    return Promise.resolve(c.json({ status: 'invalid', errors, ...(problem && { problem }) } satisfies Answer, 422));
  }

  async function refuse(c: Context, status: 400 | 403 | 413 | 415 | 422 | 429 | 503, problem: string, form: Sent) {
    if (wantsJson(c)) return c.json({ status: 'refused', problem } satisfies Answer, status);
    return page(c, status, { ...form, problem });
  }

  async function page(
    c: Context,
    status: 400 | 403 | 413 | 415 | 422 | 429 | 503,
    form: Sent & { errors?: Errors; problem?: string },
  ) {
    const base = baseOf(c);
    const built = await contact.page(`${base}contact/`).catch(() => undefined);
    const siteKey = settings.turnstile?.siteKey;
    const action = base + contactPath;
    return c.html(pageWithForm(built, { action, ...form, ...(siteKey && { turnstile: siteKey }) }), status);
  }
}

function valuesOf(sent: URLSearchParams): Values {
  const values: Values = {};
  for (const field of fields) {
    const value = sent.get(field);
    if (value !== null) values[field] = value;
  }
  return values;
}

/** `elapsed` is how long the form was open, in milliseconds; a browser without scripts sends it empty. */
function isProgram(sent: URLSearchParams): boolean {
  const elapsed = sent.get('elapsed') ?? '';
  return (sent.get(trapField) ?? '') !== '' || (/^\d+$/.test(elapsed) && Number(elapsed) < fastestPerson);
}

const wantsJson = (c: Context) => (c.req.header('Accept') ?? '').includes('application/json');

/** The path that the site lives below, with a slash at its end. */
function baseOf(c: Context): string {
  const { path } = c.req;
  return path.endsWith(`/${contactPath}`) ? path.slice(0, -contactPath.length) : '/';
}
