import type { Policy } from '../grammar.ts';

/** `notes`: where the result is stricter than what was read, or counts otherwise. It is never weaker. */
export type Converted = { ok: true; policy: Policy; notes: string[] } | { ok: false; problems: string[] };

export const windows = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

export type Limit = { max: number; window: number };

/** One limit that holds wherever all of several do: the smallest number in the longest window. */
export function strictest(limits: readonly Limit[]): Limit | undefined {
  if (limits.length === 0) return undefined;
  return { max: Math.min(...limits.map(({ max }) => max)), window: Math.max(...limits.map(({ window }) => window)) };
}

export const oneLimitNote = (tool: string) =>
  `tools.${tool}: several limits became one, the smallest number in the longest window, which is stricter`;

/** A line of at most 500 characters, or nothing. */
export function reasonOf(text: string | undefined): string | undefined {
  const line = text
    ?.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
  return line === '' ? undefined : line;
}
