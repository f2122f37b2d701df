/** Whether to ask a server again. */
import type { Ask } from '../domain.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const backOff = { first: 10 * minute, most: day };

/** In milliseconds. */
export const defaultMaxAge = 7 * day;

export type Due = { ask: true } | { ask: false; because: 'fresh' | 'backing-off'; until: number };

/** `transport`: the digest of what is declared now. Times are in milliseconds. */
export function due(
  last: Ask | undefined,
  situation: { transport: string; hasSnapshot: boolean; maxAge: number; retry: boolean; now: number },
): Due {
  const { transport, hasSnapshot, maxAge, retry, now } = situation;
  if (last === undefined || last.transport !== transport) return { ask: true };
  const { outcome } = last;
  const askedAt = Date.parse(last.askedAt);
  // A time to come means that the clock was wrong then.
  if (askedAt > now) return { ask: true };
  switch (outcome.kind) {
    case 'answered':
      return hasSnapshot ? waitUntil('fresh', askedAt + maxAge, now) : { ask: true };
    case 'failed':
      return retry ? { ask: true } : waitUntil('backing-off', askedAt + pause(outcome.failures), now);
    default:
      return outcome satisfies never;
  }
}

function waitUntil(because: 'fresh' | 'backing-off', until: number, now: number): Due {
  return until > now ? { ask: false, because, until } : { ask: true };
}

const pause = (failures: number) => Math.min(backOff.first * 2 ** Math.max(0, failures - 1), backOff.most);

const units: { [unit: string]: number } = { s: 1_000, m: minute, h: 60 * minute, d: day };

/** `12h`, `7d`, `30m`, `90s` or `0`, in milliseconds; a bare number is days. Undefined when it is none of these. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = 'd'] = /^(\d{1,6}(?:\.\d{1,3})?)([smhd])?$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (units[unit] ?? day);
}
