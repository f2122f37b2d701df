/** The outbox: sends what is due, and says when to try again what could not be sent. */
import { type Channel, sendTimeout } from './channels/channel.ts';
import type { Claimed, Store } from './store.ts';

export type Delivered = { sent: number; failed: number };

const minute = 60_000;
const hour = 60 * minute;
/** A channel that has not said yes or no by then has failed, whatever its own timeouts add up to. */
const longestAttempt = 3 * sendTimeout;
/** Longer than an attempt may take, so that nobody else takes it up meanwhile. */
const lease = 4 * sendTimeout;
/** Half a minute, then twice as long each time, up to six hours: some three days in all. */
const attemptsUntilDead = 20;
const batch = 20;

/** How long to wait after the n-th attempt has failed, in milliseconds. */
export const backoff = (attempts: number) => Math.min(minute * 0.5 * 2 ** (attempts - 1), 6 * hour);

/**
 * Sends due deliveries until none is left or `limit` were tried. Safe to run in several processes at once. A delivery that
 * fails is no error here: the outbox remembers it.
 */
export async function deliver(
  store: Store,
  channels: Channel[],
  { limit = Number.POSITIVE_INFINITY, now = Date.now } = {},
): Promise<Delivered> {
  const total = { sent: 0, failed: 0 };
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  for (let left = limit; left > 0; ) {
    const claimed = await store.claim([...byName.keys()], Math.min(left, batch), now(), lease);
    if (claimed.length === 0) break;
    left -= claimed.length;
    await Promise.all(claimed.map(attempt));
  }
  return total;

  async function attempt(claim: Claimed) {
    try {
      await inTime(byName.get(claim.channel)?.send(claim.message));
    } catch (error) {
      total.failed += 1;
      const status = claim.attempts >= attemptsUntilDead ? 'dead' : 'waiting';
      await store.failed(claim, status, now() + backoff(claim.attempts), reasonOf(error));
      return;
    }
    total.sent += 1;
    await store.sent(claim.message.id, claim.channel);
  }
}

/**
 * `work`, but never twice at once: asked for while it runs, it runs once more. Many visitors at once must not claim more than
 * the channels can take before the leases end. Resolves when nothing is left to run.
 */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let again = false;
  let running: Promise<void> | undefined;
  async function run() {
    do {
      again = false;
      await work();
    } while (again);
  }
  return () => {
    again = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function inTime(attempt: Promise<void> | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('It did not answer in time')), longestAttempt);
  });
  await Promise.race([attempt, late]).finally(() => clearTimeout(timer));
}

function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return (cause instanceof Error ? `${message}: ${cause.message}` : message).slice(0, 500);
}
