/** What is taken, what is refused and with which words, asked as a browser asks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { good, openForm, origin } from './form.ts';

const long = (n: number) => 'x'.repeat(n);

describe('a message that is right', () => {
  test('is stored, and a browser without scripts is sent to the page that says so', async () => {
    const { post, store } = openForm();
    const response = await post(good);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/contact/sent/');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await store.list()).toMatchObject([good]);
  });

  test('is answered with JSON where that is asked for', async () => {
    const { post } = openForm();
    const response = await post(good, { json: true });
    expect([response.status, await response.json()]).toEqual([200, { status: 'sent' }]);
  });

  test('stays below the path that the site lives under', async () => {
    const { post } = openForm();
    const response = await post(good, { path: '/catalog/api/contact' });
    expect(response.headers.get('location')).toBe('/catalog/contact/sent/');
    expect(await (await post({}, { path: '/catalog/api/contact' })).text()).toMatch(
      /built \/catalog\/contact\/.*action="\/catalog\/api\/contact"/s,
    );
  });

  test('says which tool and which label it is about', async () => {
    const { post, store } = openForm();
    const about = {
      tool: 'media-library/delete_playlist',
      label: 'Destructive, critical risk',
      expected: 'write',
      definition: `sha256:${'a'.repeat(64)}`,
    };
    await post({ ...good, ...about });
    expect(await store.list()).toMatchObject([about]);
  });

  test.each([
    ['a name with spaces around it', { name: '  Ana  ' }, { name: 'Ana' }],
    ['emoji and other scripts', { name: 'Zoë 🦉 李' }, { name: 'Zoë 🦉 李' }],
    ['the line breaks of a form', { message: 'one line\r\nand another' }, { message: 'one line\nand another' }],
    ['HTML, as text', { message: '<script>alert(1)</script>' }, { message: '<script>alert(1)</script>' }],
    ['the longest name', { name: long(100) }, { name: long(100) }],
    ['the longest message', { message: long(5000) }, { message: long(5000) }],
    ['the shortest message', { message: long(10) }, { message: long(10) }],
  ])('keeps %s', async (_, sent, stored) => {
    const { post, store } = openForm();
    expect((await post({ ...good, ...sent })).status).toBe(303);
    expect(await store.list()).toMatchObject([stored]);
  });

  test('is stored once, whether it is resent, sent by three at once, or sent again from the page before', async () => {
    const { post, store } = openForm();
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await post({ ...good, nonce: 'page-number-1' })).status),
    );
    expect(statuses).toEqual([303, 303, 303]);
    expect((await post({ ...good, nonce: 'page-number-1' })).status).toBe(303);
    expect(await store.list()).toHaveLength(1);
  });

  test('without scripts is the same message for a day, and another when its words are others', async () => {
    let time = Date.UTC(2026, 5, 1, 8);
    const { post, store } = openForm({ outside: { now: () => time } });
    for (const message of ['How is this label made?', 'How is this label made?', 'And how is that one?'])
      await post({ ...good, message });
    expect(await store.list()).toHaveLength(2);
    time += 24 * 3_600_000;
    await post(good);
    expect(await store.list()).toHaveLength(3);
  });

  test('that is changed after it was sent from a page is a new message', async () => {
    const { post, store } = openForm();
    await post({ ...good, nonce: 'page-number-1' });
    await post({ ...good, nonce: 'page-number-1', message: 'I forgot to say something.' });
    expect(await store.list()).toHaveLength(2);
  });
});

describe('a message with a fault', () => {
  const faults: [string, Record<string, string>, string, RegExp][] = [
    ['no name', { name: '' }, 'name', /Enter your name/],
    ['a name of spaces', { name: '   ' }, 'name', /Enter your name/],
    ['a name that is too long', { name: long(101) }, 'name', /at most 100/],
    ['a name of two lines', { name: 'Ana\r\nBcc: all@example.com' }, 'name', /one line/],
    ['a name with a lone line feed', { name: 'Ana\n' }, 'name', /one line/],
    ['a name with a NUL', { name: 'Ana\0' }, 'name', /one line/],
    ['no address', { email: '' }, 'email', /Enter your email/],
    ['an address that is none', { email: 'ana at example' }, 'email', /like name@example\.com/],
    ['two addresses', { email: 'a@example.com,b@example.com' }, 'email', /like name@/],
    ['an address with a line break', { email: 'a@example.com\r\nBcc: b@example.com' }, 'email', /one line/],
    ['an address that is too long', { email: `${long(250)}@example.com` }, 'email', /at most 254/],
    ['no message', { message: '' }, 'message', /Write a message/],
    ['a message that is too short', { message: 'Hi' }, 'message', /at least 10/],
    ['a message that is too long', { message: long(5001) }, 'message', /at most 5,000/],
    ['a message with a NUL', { message: 'Hello there\0' }, 'message', /not text/],
    ['a category that is none', { expected: 'magic' }, 'expected', /Choose/],
  ];

  test.each(faults)('%s: the same form comes back with its values and says so', async (_, change, field, sentence) => {
    const { post, store } = openForm();
    const sent = { ...good, tool: 'a/b', label: 'Read, low risk', ...change };
    const response = await post(sent);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(page).toMatch('<title>Error: Contact');
    const form = read(page);
    expect(form.error(field), 'beside the field').toMatch(sentence);
    expect(form.links, 'and in a link to it').toContainEqual([`#contact-${field}`, expect.stringMatching(sentence)]);
    expect(form.invalid).toEqual([field]);
    // A parser makes every line break one and drops what cannot be in a page; all else must have survived.
    const same = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\0\n]|\ufffd/g, '');
    for (const name of ['name', 'email', 'message'] as const) expect(same(form.value(name))).toBe(same(sent[name]));
    expect(await store.list()).toEqual([]);

    const json = await post(sent, { json: true });
    expect([json.status, await json.json()]).toMatchObject([
      422,
      { status: 'invalid', errors: { [field]: expect.stringMatching(sentence) } },
    ]);
  });

  test('every fault is told at once, in the order of the form', async () => {
    const { post } = openForm();
    expect(read(await (await post({})).text()).links.map(([href]) => href)).toEqual([
      '#contact-name',
      '#contact-email',
      '#contact-message',
    ]);
  });

  test.each(['tool', 'label', 'definition'])('a hidden field that was changed, %s, is told as such', async (field) => {
    const { post, store } = openForm();
    const response = await post({ ...good, [field]: '"><img src=x onerror=alert(1)>' });
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/The form was changed on its way/);
    expect(await store.list()).toEqual([]);
  });

  test('what a visitor wrote comes back as text and never as HTML', async () => {
    const { post } = openForm();
    const nasty = `"><script>alert(1)</script><!--/contact-form--></textarea>'&amp;`;
    const page = await (
      await post({ name: nasty, email: nasty, message: nasty, tool: nasty, label: nasty, nonce: nasty, elapsed: nasty })
    ).text();
    expect(page).not.toMatch(/<script|<img/);
    expect(page.match(/<!--\/contact-form-->/g)).toHaveLength(1);
    const form = read(page);
    for (const name of ['name', 'email', 'message', 'tool', 'label', 'nonce']) expect(form.value(name)).toBe(nasty);
  });

  test('how long the form was open is kept, so that a quick correction is not taken for a program', async () => {
    const { post } = openForm();
    const form = read(await (await post({ ...good, name: '', elapsed: '9000', nonce: 'page-number-1' })).text());
    expect([form.value('elapsed'), form.value('nonce')]).toEqual(['9000', 'page-number-1']);
  });
});

describe('who sends it', () => {
  test.each([
    ['from the site', { Origin: origin }, 303],
    ['a browser that says it is from the site', { 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['a browser that hides the origin, but says so', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister site', { Origin: 'https://other.catalog.example', 'Sec-Fetch-Site': 'same-site' }, 403],
    ['the site without TLS', { Origin: 'http://catalog.example' }, 403],
    ['nobody', {}, 403],
    ['an origin that is hidden', { Origin: 'null' }, 403],
  ])('%s: %o is %i', async (_, headers, status) => {
    const { ask, store } = openForm();
    const response = await ask('/api/contact', { method: 'POST', headers, body: new URLSearchParams(good) });
    expect(response.status).toBe(status);
    expect(await store.list()).toHaveLength(status === 303 ? 1 : 0);
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is refused, and POST is said to be allowed',
    async (method) => {
      const { ask, store } = openForm();
      const response = await ask('/api/contact', { method, headers: { Origin: origin } });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await store.list()).toEqual([]);
    },
  );

  test.each([
    ['a filled trap', { second_subject: 'buy' }],
    ['a form filled in a second', { elapsed: '1999' }],
  ])('%s is answered as a success, and stored nowhere', async (_, spam) => {
    const { post, store } = openForm();
    const response = await post({ ...good, ...spam });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/contact/sent/']);
    const json = await post({ ...good, ...spam }, { json: true });
    expect([json.status, await json.json()]).toEqual([200, { status: 'sent' }]);
    expect(await store.list()).toEqual([]);
    expect(await store.stats()).toEqual({ messages: 0, deliveries: [] });
  });

  test.each([[{ elapsed: '2000' }], [{ elapsed: '' }], [{ elapsed: 'soon' }], [{}]])(
    '%o is a person',
    async (fields) => {
      const { post, store } = openForm();
      await post({ ...good, ...fields });
      expect(await store.list()).toHaveLength(1);
    },
  );
});

describe('how often', () => {
  const texts = (n: number) =>
    Array.from({ length: n }, (_, index) => ({ ...good, message: `Message number ${index}` }));

  test('five an hour are taken from one address; the sixth is told when to come again', async () => {
    let time = Date.UTC(2026, 5, 1, 8, 45);
    const { post, store } = openForm({ outside: { now: () => time } });
    const statuses: number[] = [];
    for (const text of texts(6)) statuses.push((await post(text)).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    const refused = await post({ ...good, message: 'And one more.' });
    expect(refused.headers.get('retry-after')).toBe('900');
    const page = await refused.text();
    expect(page).toMatch(/try again in 15 minutes/);
    expect(read(page).value('message')).toBe('And one more.');
    expect((await post(good, { ip: '192.0.2.2' })).status, 'another address').toBe(303);
    time += 15 * 60_000;
    expect((await post({ ...good, message: 'And one more.' })).status, 'the next hour').toBe(303);
    expect(await store.list()).toHaveLength(7);
  });

  test('neither faults nor the same message again count', async () => {
    const { post } = openForm();
    for (let n = 0; n < 20; n += 1) await post({ ...good, name: '' });
    for (let n = 0; n < 20; n += 1) expect((await post(good)).status).toBe(303);
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', 'one household'],
    ['::ffff:192.0.2.7', '192.0.2.7', 'one address in two forms'],
    ['fe80::1%eth0', 'fe80::2', 'one link'],
  ])('%s and %s are %s', async (first, second) => {
    const { post } = openForm({ env: { CONTACT_PER_HOUR: '1' } });
    expect((await post(good, { ip: first })).status).toBe(303);
    expect((await post({ ...good, message: 'Another message' }, { ip: second })).status).toBe(429);
  });

  test('no address is kept, in any form that outlasts its day', async () => {
    const { post, store, folder } = openForm();
    await post(good, { ip: '203.0.113.77' });
    const stored = ['', '-wal'].map((end) => readFileSync(join(folder, `contact.sqlite${end}`), 'latin1')).join('');
    expect(stored).toContain('ana@example.com');
    expect(stored).not.toContain('203.0.113');
    expect(JSON.stringify(await store.list())).not.toContain('203.0.113');
  });
});

describe('when something is missing', () => {
  test('a host with nowhere to keep messages says that nothing was sent, and gives the text back', async () => {
    const { post } = openForm({ hasStore: false });
    const response = await post(good);
    const page = await response.text();
    expect(response.status).toBe(503);
    expect(page).toMatch(/nowhere to keep messages, so yours was not sent/);
    expect(read(page).value('message')).toBe(good.message);
    expect(await (await post(good, { json: true })).json()).toMatchObject({ status: 'refused' });
  });

  test('a database that is away is told so, and the text is kept', async () => {
    const { post, store, log } = openForm();
    await store.ready();
    await store.close();
    const response = await post(good);
    expect(response.status).toBe(503);
    expect(read(await response.text()).value('message')).toBe(good.message);
    expect(log.join()).toMatch(/a message was not kept/);
    expect(log.join(), 'what a visitor wrote is in no log').not.toContain(good.message);
  });

  test('a channel that fails is no matter of the visitor, and the next post delivers', async () => {
    let time = Date.UTC(2026, 5, 1);
    const got: string[] = [];
    let fails = true;
    const channel = {
      name: 'webhook',
      async send({ message }: { message: string }) {
        if (fails) throw new Error('It answered 500');
        got.push(message);
      },
    };
    const { post, settled } = openForm({ channels: [channel], outside: { now: () => time } });
    expect((await post(good)).status).toBe(303);
    await settled();
    expect(got).toEqual([]);
    fails = false;
    time += 30_000;
    await post({ ...good, message: 'A second message' });
    await settled();
    expect(got.sort()).toEqual(['A second message', good.message]);
  });
});

describe('Turnstile, where it is on', () => {
  const env = { TURNSTILE_SITE_KEY: 'site-key', TURNSTILE_SECRET: 'secret-key' };
  const says = (answer: object, status = 200) => {
    const asked: Record<string, string>[] = [];
    const send = (async (_url: string, init: RequestInit) => {
      asked.push(Object.fromEntries(init.body as URLSearchParams));
      return Response.json(answer, { status });
    }) as unknown as typeof fetch;
    return { asked, send };
  };
  const fine = { success: true, hostname: 'catalog.example', action: 'contact' };

  test('a token that Cloudflare knows lets the message in, and is asked about once', async () => {
    const { asked, send } = says(fine);
    const { post, store } = openForm({ env, outside: { send } });
    expect((await post({ ...good, 'cf-turnstile-response': 'token' })).status).toBe(303);
    expect(asked).toMatchObject([{ secret: 'secret-key', response: 'token' }]);
    expect(await store.list()).toHaveLength(1);
    expect((await post({ ...good, 'cf-turnstile-response': 'token' })).status, 'the same message again').toBe(303);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['no token', '', fine],
    ['a token that is too long', long(2049), fine],
    ['a token that is not known', 'token', { ...fine, success: false }],
    ['a token of another site', 'token', { ...fine, hostname: 'evil.example' }],
    ['a token for something else', 'token', { ...fine, action: 'login' }],
  ])('%s is refused, with the form and its check again', async (_, token, answer) => {
    const { post, store } = openForm({ env, outside: { send: says(answer).send } });
    const response = await post({ ...good, 'cf-turnstile-response': token });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toMatch(/check that a person is writing was not passed/);
    expect(page).toMatch(/data-sitekey="site-key"/);
    expect(read(page).value('message')).toBe(good.message);
    expect(await store.list()).toEqual([]);
  });

  test('without an answer of Cloudflare nothing is let in', async () => {
    const { post, store } = openForm({ env, outside: { send: says({}, 500).send } });
    expect((await post({ ...good, 'cf-turnstile-response': 'token' })).status).toBe(503);
    expect(await store.list()).toEqual([]);
  });
});

/** The form of a page, as a browser would read it. */
function read(page: string) {
  type Element = {
    nodeName: string;
    attrs?: { name: string; value: string }[];
    childNodes?: Element[];
    value?: string;
  };
  const elements: Element[] = [];
  const walk = (node: Element) => {
    elements.push(node);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(page) as unknown as Element);
  const attribute = (element: Element, name: string) => element.attrs?.find((each) => each.name === name)?.value;
  const textOf = (element?: Element): string => element?.value ?? (element?.childNodes ?? []).map(textOf).join('');
  const named = (name: string) =>
    elements.find((element) => element.nodeName !== 'meta' && attribute(element, 'name') === name);
  return {
    value(name: string) {
      const element = named(name);
      return (element?.nodeName === 'textarea' ? textOf(element) : element && attribute(element, 'value')) ?? '';
    },
    error: (field: string) => textOf(elements.find((element) => attribute(element, 'id') === `contact-${field}-error`)),
    links: elements
      .filter(({ nodeName }) => nodeName === 'a')
      .map((element): [string, string] => [attribute(element, 'href') ?? '', textOf(element)]),
    invalid: elements
      .filter((element) => attribute(element, 'aria-invalid') === 'true')
      .map((element) => attribute(element, 'name')),
  };
}
