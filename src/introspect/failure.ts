import type { FailureCause } from '../domain.ts';

/** Why a server gave no tool list. The message is one sentence that says what to do. */
export class Failure extends Error {
  readonly why: FailureCause;
  /** The last lines of stderr, safe to print. */
  readonly stderr: string;

  constructor(
    why: FailureCause,
    message: string,
    { stderr = '', ...options }: ErrorOptions & { stderr?: string } = {},
  ) {
    super(message, options);
    this.name = 'Failure';
    this.why = why;
    this.stderr = stderr;
  }
}

export const maxBytes = 32 * 1024 * 1024;

export const tooLarge = () =>
  new Failure('too-large', 'It sent more than 32 MiB: serve fewer or smaller tool definitions.');
