/** A limit for programs that count calls by the minute, the hour or the day alone: never looser than the rule's own. */
import { limitWords } from '../policy/describe.ts';
import type { RateLimit } from '../policy/grammar.ts';

const windows = [
  { window: 'minute', seconds: 60 },
  { window: 'hour', seconds: 3600 },
  { window: 'day', seconds: 86_400 },
] as const;

export type NamedWindow = { window: 'minute' | 'hour' | 'day'; max: number };

/** The shortest named window that is not shorter; beyond a day, a day's even share. `max` may be 0: no call at all. */
export function namedWindow({ max, window }: RateLimit): NamedWindow {
  const longEnough = windows.find(({ seconds }) => window <= seconds);
  if (longEnough) return { window: longEnough.window, max };
  return { window: 'day', max: Math.floor(max / Math.ceil(window / 86_400)) };
}

/** What a reader must know of it. */
export function namedWindowWords(limit: RateLimit): string {
  const { window, max } = namedWindow(limit);
  const exact = windows.some(({ seconds }) => seconds === limit.window);
  const stricter =
    max === 0
      ? `${limitWords(limit)} is less than one a day, so it refuses the tool.`
      : `${limitWords(limit)} becomes ${limitWords({ max, window: windowSeconds(window) })}.`;
  const fixed = max === 0 ? '' : `Its ${window} is one of the clock, so twice as many may pass around its turn.`;
  return [exact ? '' : stricter, fixed].filter((sentence) => sentence !== '').join(' ');
}

const windowSeconds = (name: NamedWindow['window']) => windows.find(({ window }) => window === name)?.seconds ?? 60;
