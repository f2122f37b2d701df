/** Mail through an SMTP server: on hosts with real sockets, which Workers are not. */
import nodemailer from 'nodemailer';
import { type Channel, sendTimeout } from './channel.ts';
import { letter } from './letter.ts';
import type { MailAddresses } from './resend.ts';

/** `url` is `smtp://user:password@host:587` or `smtps://…`. */
export function smtp(url: string, { from, to }: MailAddresses): Channel {
  const transport = nodemailer.createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      connectionTimeout: sendTimeout,
      greetingTimeout: sendTimeout,
      socketTimeout: sendTimeout,
      // A message is text from a stranger: nothing in it may make the mailer read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, to },
  );
  const domain = from.replace(/^.*@|>.*$/g, '') || 'localhost';
  return {
    name: 'smtp',
    async send(message) {
      await transport.sendMail({
        replyTo: { name: message.name, address: message.email },
        // The same at every attempt, so that a mail program can see that two are one.
        messageId: `<${message.id}@${domain}>`,
        ...letter(message),
      });
    },
    close: () => transport.close(),
  };
}
