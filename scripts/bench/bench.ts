/** A bench of `npm run bench`: one file each in this folder, named in `benches.ts`. */
export type Bench = {
  name: string;
  /** One line of the help. */
  gist: string;
  /** Lines of the help on its own options. */
  options: string;
  /** Measures, and returns figures with their units in the names. Throws an Error with what to do on wrong options. */
  run: (argv: string[]) => Promise<Record<string, number | string>>;
};

/** CPU seconds of this process while `work` runs. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** `1.234` from 1.23432. */
export const rounded = (n: number) => Number(n.toFixed(3));
