/** What a check of a built site is: one row of the table in steps.ts. */

export type Options = {
  /** The built site, an absolute path. */
  site: string;
  /** How many pages the slow checkers take beside the templates. */
  sample: number;
  /** Which pages those are: the same seed takes the same pages. */
  seed: string;
  /** How often a page is measured; its median counts. */
  runs: number;
  /** One line on what is going on, for a person who waits. */
  tell(line: string): void;
};

export type Outcome =
  | { state: 'passed' | 'failed'; figures: string; faults: string[] }
  | { state: 'skipped'; figures: string; faults: [] };

export type Step = { name: string; gist: string; run(options: Options): Promise<Outcome> };

/** No fault is a pass. `figures` says how much was looked at, since nothing at all has no faults either. */
export const judged = (figures: string, faults: string[]): Outcome => ({
  state: faults.length === 0 ? 'passed' : 'failed',
  figures,
  faults,
});
