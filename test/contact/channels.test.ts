/** What each channel really sends, to a server that listens. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resend } from '../../src/contact/channels/resend.ts';
import { smtp } from '../../src/contact/channels/smtp.ts';
import { webhook } from '../../src/contact/channels/webhook.ts';
import { readSettings } from '../../src/contact/settings.ts';
import type { StoredMessage } from '../../src/contact/store.ts';

const message: StoredMessage = {
  id: 'abc123',
  receivedAt: 0,
  name: 'Ana <!channel> & co',
  email: 'ana@example.com',
  message: 'First line\n<script>alert(1)</script>\n.\nlast',
  tool: 'media-library/delete_playlist',
  label: 'Destructive, critical risk',
  expected: 'write',
  definition: `sha256:${'a'.repeat(64)}`,
};
const mail = { from: 'site@catalog.example', to: 'owner@catalog.example' };

type Got = { headers: IncomingMessage['headers']; body: Record<string, unknown> };
let got: Got[] = [];
let answer: { status: number; headers?: Record<string, string>; body?: string } = { status: 200 };
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.once('end', () => {
    got.push({ headers: request.headers, body: JSON.parse(text) });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  got = [];
  answer = { status: 200 };
});
afterAll(() => server.close());

describe('webhook', () => {
  test('sends Slack’s form, in which nothing rings everyone, with an id to tell repeats by', async () => {
    await webhook(url).send(message);
    expect(got).toHaveLength(1);
    expect(got[0]?.headers['idempotency-key']).toBe('abc123');
    const text = String(got[0]?.body['text']);
    expect(text).toMatch('Ana &lt;!channel&gt; &amp; co');
    expect(text).not.toMatch(/[<>]/);
    for (const part of ['delete_playlist', 'Destructive, critical risk', 'Should be: write', 'ana@example.com'])
      expect(text).toContain(part);
  });

  test.each([
    [{ status: 500, body: 'down' }, /answered 500: down/],
    [{ status: 404 }, /answered 404/],
    [{ status: 302, headers: { Location: 'http://elsewhere.invalid/' } }, /answered 302/],
  ])('%o is a failure', async (given, sentence) => {
    answer = given;
    await expect(webhook(url).send(message)).rejects.toThrow(sentence);
  });
});

test('Resend gets a mail with the visitor to reply to, and a key that drops repeats', async () => {
  const asked: string[] = [];
  const send = ((address: string, init: RequestInit) => {
    asked.push(address);
    return fetch(url, init);
  }) as typeof fetch;
  await resend('re_key', mail, send).send(message);
  expect(asked).toEqual(['https://api.resend.com/emails']);
  expect(got).toMatchObject([
    {
      headers: { authorization: 'Bearer re_key', 'idempotency-key': 'contact-abc123' },
      body: { from: mail.from, to: [mail.to], reply_to: 'ana@example.com' },
    },
  ]);
  expect(String(got[0]?.body['text'])).toContain(message.message);
});

test('SMTP gets one plain mail to the owner, whatever the visitor wrote', async () => {
  const mails: { from: string; to: string[]; text: string }[] = [];
  const post = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.once('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  post.listen(0, '127.0.0.1');
  await once(post.server, 'listening');
  const channel = smtp(`smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`, mail);
  await channel.send(message);
  await channel.send({ ...message, name: 'Ana\r\nBcc: everyone@example.com', tool: '' });
  channel.close?.();
  await new Promise<void>((done) => void post.close(() => done()));

  expect(mails.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: mail.from, to: [mail.to] },
    { from: mail.from, to: [mail.to] },
  ]);
  const [head = ''] = (mails[0]?.text ?? '').split('\r\n\r\n');
  expect(head).toMatch(/^Message-ID: <abc123@catalog\.example>$/im);
  expect(head).toMatch(/^Reply-To: .*<ana@example\.com>$/im);
  expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/im);
  expect(mails[1]?.text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
});

describe('settings', () => {
  test('nothing is sent anywhere unless it is set', () => {
    expect(readSettings({})).toEqual({ perHour: 5, keep: 365 * 24 * 3_600_000, trustProxy: 0 });
    expect(readSettings({ CONTACT_WEBHOOK_URL: '', SITE_URL: '' })).not.toHaveProperty('webhook');
  });

  test.each([
    [{ CONTACT_WEBHOOK_URL: 'file:///etc/passwd' }, /CONTACT_WEBHOOK_URL must be an http or https address/],
    [{ CONTACT_SMTP_URL: 'mail.example.org' }, /CONTACT_SMTP_URL must be like smtp:/],
    [{ CONTACT_SMTP_URL: 'smtp://mail.example.org' }, /CONTACT_MAIL_FROM must be set to send mail\nCONTACT_MAIL_TO/],
    [{ CONTACT_PER_HOUR: 'many' }, /CONTACT_PER_HOUR must be a number/],
    [{ CONTACT_KEEP_DAYS: '0' }, /CONTACT_KEEP_DAYS/],
    [{ TURNSTILE_SITE_KEY: 'x' }, /TURNSTILE_SECRET must be set/],
    [{ SITE_URL: 'catalog.example' }, /SITE_URL must be an http or https address/],
  ])('%o is told with its name', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });
});
