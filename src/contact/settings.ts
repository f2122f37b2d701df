/** What an owner sets by environment variables, read once; a mistake is told with its name and what to write. */
import { z } from 'zod';
import type { Channel } from './channels/channel.ts';
import { type MailAddresses, resend } from './channels/resend.ts';
import { webhook } from './channels/webhook.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Settings = {
  /** Where the site lives, without a slash at its end; a form that comes from elsewhere is refused. */
  origin?: string;
  /** Messages from one address in an hour. */
  perHour: number;
  /** How long messages are kept, in milliseconds. */
  keep: number;
  /** How many proxies in front of a Node host are trusted to say who asks; 0 is none. */
  trustProxy: number;
  mail?: MailAddresses;
  webhook?: string;
  smtp?: string;
  resend?: string;
  turnstile?: { siteKey: string; secret: string };
};

const day = 24 * 3_600_000;

/** Empty counts as unset. Throws an error that lists everything that is wrong. */
export function readSettings(environment: Environment): Settings {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = variables.safeParse(set);
  const faults = result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  if (!result.success) throw new Error(`The contact form cannot run as it is set:\n${faults.join('\n')}`);
  const { CONTACT_MAIL_FROM: from, CONTACT_MAIL_TO: to, ...env } = result.data;
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret } = env;
  return {
    ...(env.SITE_URL && { origin: new URL(env.SITE_URL).origin }),
    perHour: env.CONTACT_PER_HOUR,
    keep: env.CONTACT_KEEP_DAYS * day,
    trustProxy: env.TRUST_PROXY,
    ...(from && to && { mail: { from, to } }),
    ...(env.CONTACT_WEBHOOK_URL && { webhook: env.CONTACT_WEBHOOK_URL }),
    ...(env.CONTACT_SMTP_URL && { smtp: env.CONTACT_SMTP_URL }),
    ...(env.CONTACT_RESEND_KEY && { resend: env.CONTACT_RESEND_KEY }),
    ...(siteKey && secret && { turnstile: { siteKey, secret } }),
  };
}

/** Channels that every host can use. SMTP is for Node hosts: they add it. */
export function portableChannels(settings: Settings, send: typeof fetch = fetch): Channel[] {
  return [
    ...(settings.webhook ? [webhook(settings.webhook, send)] : []),
    ...(settings.resend && settings.mail ? [resend(settings.resend, settings.mail, send)] : []),
  ];
}

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const number = (least: number, most: number) =>
  z.coerce.number(`must be a number from ${least} to ${most}`).int('must be a whole number').min(least).max(most);

const variables = z
  .object({
    SITE_URL: httpUrl.optional(),
    CONTACT_PER_HOUR: number(1, 1_000_000).default(5),
    CONTACT_KEEP_DAYS: number(1, 3650).default(365),
    TRUST_PROXY: number(0, 10).default(0),
    CONTACT_WEBHOOK_URL: httpUrl.optional(),
    CONTACT_SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be like smtp://user:password@mail.example.org:587' })
      .optional(),
    CONTACT_RESEND_KEY: z.string().optional(),
    CONTACT_MAIL_FROM: z.string().regex(/@/, 'must be a mail address').optional(),
    CONTACT_MAIL_TO: z.string().regex(/@/, 'must be a mail address').optional(),
    TURNSTILE_SITE_KEY: z.string().optional(),
    TURNSTILE_SECRET: z.string().optional(),
  })
  .superRefine((env, context) => {
    const fault = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const mail = env.CONTACT_SMTP_URL || env.CONTACT_RESEND_KEY;
    if (mail && !env.CONTACT_MAIL_FROM) fault('CONTACT_MAIL_FROM', 'must be set to send mail');
    if (mail && !env.CONTACT_MAIL_TO) fault('CONTACT_MAIL_TO', 'must be set to send mail');
    if (env.TURNSTILE_SITE_KEY && !env.TURNSTILE_SECRET)
      fault('TURNSTILE_SECRET', 'must be set with TURNSTILE_SITE_KEY');
    if (env.TURNSTILE_SECRET && !env.TURNSTILE_SITE_KEY)
      fault('TURNSTILE_SITE_KEY', 'must be set with TURNSTILE_SECRET');
  });
