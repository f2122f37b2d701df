/** A webhook that takes Slack's form: Slack itself, Mattermost, Rocket.Chat, or a program of one's own. */
import type { StoredMessage } from '../store.ts';
import { type Channel, post } from './channel.ts';
import { letter } from './letter.ts';

/** The message's id goes along as `Idempotency-Key`, since a message may come twice. */
export function webhook(url: string, send: typeof fetch = fetch): Channel {
  return {
    name: 'webhook',
    send: (message) => post(send, url, { 'Idempotency-Key': message.id }, { text: slackText(message) }),
  };
}

/** Slack's own three escapes; without them a message could ring everyone with `<!channel>`. */
function slackText(message: StoredMessage): string {
  const { subject, text } = letter(message);
  return `${subject}\n\n${text}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
