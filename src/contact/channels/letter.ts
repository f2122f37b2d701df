/** A message as the text that its owner reads, alike in every channel. */
import type { StoredMessage } from '../store.ts';

export type Letter = { subject: string; text: string };

export function letter(message: StoredMessage): Letter {
  const { id, name, email, tool, label, expected, definition } = message;
  const about = [
    ['Tool', tool],
    ['Label', label],
    ['Should be', expected],
    ['Definition', definition],
  ].flatMap(([what, value]) => (value ? [`${what}: ${value}`] : []));
  return {
    subject: tool ? `About ${tool}, from ${name}` : `Message from ${name}`,
    text: [`From: ${name} <${email}>`, ...about, '', message.message, '', `Message ${id}`].join('\n'),
  };
}
