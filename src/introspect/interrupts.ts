/** Ctrl-C and a polite kill end a run in order; the exit code says which it was. */

export type Interrupts = {
  /** Fires at the first of them. */
  signal: AbortSignal;
  /** 130 or 143 once interrupted. */
  code: () => number | undefined;
  /** Gives the signals back. */
  stop: () => void;
};

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export function listenForInterrupts(): Interrupts {
  const controller = new AbortController();
  let code: number | undefined;
  const listeners = (Object.keys(codes) as (keyof typeof codes)[]).map((name) => {
    const listener = () => {
      code ??= codes[name];
      controller.abort(new Error(`Interrupted by ${name}`));
    };
    process.on(name, listener);
    return { name, listener };
  });
  return {
    signal: controller.signal,
    code: () => code,
    stop: () => {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}
