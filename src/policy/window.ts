/** Counts forwarded calls in sliding windows. Holds state, knows no clock: the time is passed in. */

/** One thing that is counted: so many in a window, under a key. */
export type Slot = {
  key: string;
  max: number;
  /** Milliseconds. */
  window: number;
};

/** Both answer in milliseconds: 0 when there is a free slot, else how long until there is one. */
export type Counters = {
  wait: (slot: Slot, now: number) => number;
  /** Takes the slot where there is one: looking and taking are one step. */
  take: (slot: Slot, now: number) => number;
};

/** More keys than that are an attack, or a leak: `take` then throws, and what asks must refuse. */
const mostKeys = 100_000;

/** `now` must not go backwards: a monotonic clock, in milliseconds. */
export function slidingCounters(limits = { mostKeys }): Counters {
  const logs = new Map<string, Log>();
  const wait = ({ key, max, window }: Slot, now: number): number => {
    const log = logs.get(key);
    if (!log) return 0;
    log.dropUntil(now - window);
    const blocking = log.fromEnd(max);
    return blocking === undefined ? 0 : blocking + window - now;
  };
  return {
    wait,
    take(slot, now) {
      const milliseconds = wait(slot, now);
      if (milliseconds > 0) return milliseconds;
      const log = logs.get(slot.key) ?? callLog();
      if (!logs.has(slot.key)) {
        if (logs.size >= limits.mostKeys) forgetIdle(logs, now);
        if (logs.size >= limits.mostKeys) throw new Error(`More than ${limits.mostKeys} limits are being counted.`);
        logs.set(slot.key, log);
      }
      log.add(now, slot.window);
      return 0;
    },
  };
}

type Log = {
  add: (time: number, window: number) => void;
  dropUntil: (time: number) => void;
  /** The nth last time; undefined where there are fewer. */
  fromEnd: (n: number) => number | undefined;
  isIdle: (now: number) => boolean;
};

/** A queue of times; the front is cut off in large pieces, since `shift` on a long array is slow. */
function callLog(): Log {
  let times: number[] = [];
  let first = 0;
  let longest = 0;
  return {
    add(time, window) {
      times.push(time);
      longest = Math.max(longest, window);
    },
    dropUntil(time) {
      while (first < times.length && (times[first] as number) <= time) first++;
      if (first > 1024 && first * 2 > times.length) {
        times = times.slice(first);
        first = 0;
      }
    },
    fromEnd: (n) => (times.length - first >= n ? times[times.length - n] : undefined),
    isIdle: (now) => (times.at(-1) ?? Number.NEGATIVE_INFINITY) + longest <= now,
  };
}

function forgetIdle(logs: Map<string, Log>, now: number): void {
  for (const [key, log] of logs) if (log.isIdle(now)) logs.delete(key);
}
