/** Mail through Resend's interface, for hosts that cannot speak SMTP. */
import { type Channel, post } from './channel.ts';
import { letter } from './letter.ts';

export type MailAddresses = { from: string; to: string };

const endpoint = 'https://api.resend.com/emails';

/** Resend drops a repeated `Idempotency-Key` for 24 hours. */
export function resend(key: string, { from, to }: MailAddresses, send: typeof fetch = fetch): Channel {
  return {
    name: 'resend',
    send: (message) =>
      post(
        send,
        endpoint,
        { Authorization: `Bearer ${key}`, 'Idempotency-Key': `contact-${message.id}` },
        { from, to: [to], reply_to: message.email, ...letter(message) },
      ),
  };
}
