/** One way to tell the owner of a message. */
import type { StoredMessage } from '../store.ts';

export type Channel = {
  /** Stands in the outbox: never rename one. */
  name: string;
  /**
   * Rejects when the other side did not take the message, or did not say so in time. May be called again for the same
   * message: what identifies it is its id.
   */
  send(message: StoredMessage): Promise<void>;
  /** Lets go of connections that are kept for the next message. */
  close?(): void;
};

/** How long one attempt may take. */
export const sendTimeout = 15_000;

/** Rejects unless the answer is a success. A redirect is none: what was configured is the address that gets the text. */
export async function post(
  send: typeof fetch,
  url: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<void> {
  const response = await send(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(sendTimeout),
  });
  const said = (await response.text()).slice(0, 200);
  if (!response.ok) throw new Error(`It answered ${response.status}${said && `: ${said}`}`);
}
