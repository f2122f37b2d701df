/** Asks many servers what tools they have, and keeps what they say. One that fails costs no other, and no old answer. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { askFile, npmCacheDir, readAsk } from '../cache.ts';
import { digestOf } from '../digest.ts';
import type { Ask, DeclaredServer, Transport } from '../domain.ts';
import { askServer, type Heard } from './ask-server.ts';
import { defaultMaxAge, due } from './due.ts';
import { Failure } from './failure.ts';
import { openProcesses, type Processes } from './processes.ts';
import { hasSnapshot, writeAsk, writeSnapshot } from './records.ts';

export type SnapshotOptions = {
  contentDir: string;
  /** Only these, and these always. Every id must be declared. */
  ids?: readonly string[];
  /** How many at a time. */
  concurrency?: number;
  /** In seconds, for one server's conversation; installing has its own. */
  timeout?: number;
  /** In milliseconds: an answer younger than this is not asked for again. */
  maxAge?: number;
  /** Ask the failed ones now. */
  retry?: boolean;
  /** Ends the run: what runs is killed, what is written is whole, and the promise rejects with the signal's reason. */
  signal?: AbortSignal;
};

export type Outcome =
  | { kind: 'answered'; server: string; ask: Ask; changed: boolean }
  | { kind: 'failed'; server: string; ask: Ask }
  | { kind: 'skipped'; server: string; ask: Ask; because: 'fresh' | 'backing-off'; until: Date };

export type Progress =
  | { state: 'waiting'; server: string; transport: Transport }
  | { state: 'installing' | 'asking'; server: string }
  | { state: 'done'; server: string; outcome: Outcome };

export type Outside = { now?: () => number; report?: (progress: Progress) => void };

export const defaults = { concurrency: 4, timeout: 60, maxAge: defaultMaxAge };
const installMilliseconds = 5 * 60_000;

/** One outcome for each server, in the order given. */
export async function snapshotServers(
  servers: ReadonlyMap<string, DeclaredServer>,
  options: SnapshotOptions,
  { now = Date.now, report = () => undefined }: Outside = {},
): Promise<Outcome[]> {
  const {
    contentDir,
    ids = [],
    maxAge = defaults.maxAge,
    retry = false,
    signal = new AbortController().signal,
  } = options;
  signal.throwIfAborted();
  const chosen = ids.length > 0 ? [...servers].filter(([id]) => ids.includes(id)) : [...servers];
  const run = `run-${randomUUID()}`;
  const limit = pLimit(options.concurrency ?? defaults.concurrency);

  const plans = chosen.map(([server, { transport }]) => {
    const digest = digestOf(transport);
    const last = readAsk(contentDir, server);
    const situation = { transport: digest, hasSnapshot: hasSnapshot(contentDir, server), maxAge, retry, now: now() };
    const verdict = ids.length > 0 ? ({ ask: true } as const) : due(last, situation);
    return { server, transport, digest, last, verdict };
  });
  const processes = plans.some(({ verdict }) => verdict.ask) ? openProcesses(litterOf(contentDir, run)) : undefined;

  const askOne = async ({ server, transport, digest, last }: (typeof plans)[number], nth: number): Promise<Outcome> => {
    signal.throwIfAborted();
    const at = now();
    const heard = await askServer(transport, {
      processes: processes as Processes,
      signal,
      milliseconds: (options.timeout ?? defaults.timeout) * 1000,
      installMilliseconds,
      npmCache: npmCacheDir(),
      run,
      nth: String(nth),
      report: ({ state }) => report({ state, server }),
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      return error instanceof Failure
        ? error
        : new Failure('not-mcp', `It could not be asked: ${error}.`, { cause: error });
    });
    signal.throwIfAborted();
    const base = { server, transport: digest, askedAt: new Date(at).toISOString(), milliseconds: now() - at };
    const outcome = heard instanceof Failure ? failed(heard, base, last) : answered(heard, base, at, contentDir, run);
    writeAsk(contentDir, outcome.ask, run);
    return outcome;
  };

  try {
    for (const { server, transport, verdict } of plans)
      if (verdict.ask) report({ state: 'waiting', server, transport });
    return await settled(
      plans.map(async (plan, nth): Promise<Outcome> => {
        const { server, verdict, last } = plan;
        const outcome: Outcome =
          verdict.ask || last === undefined
            ? await limit(askOne, plan, nth)
            : { kind: 'skipped', server, ask: last, because: verdict.because, until: new Date(verdict.until) };
        report({ state: 'done', server, outcome });
        return outcome;
      }),
    );
  } finally {
    limit.clearQueue();
    await processes?.close();
  }
}

type Base = Pick<Ask, 'server' | 'transport' | 'askedAt' | 'milliseconds'>;

function answered(heard: Heard, base: Base, at: number, contentDir: string, run: string): Outcome {
  const { answer, strayLines, packageVersion } = heard;
  const changed = writeSnapshot(contentDir, base.server, answer, new Date(at), run);
  const ask: Ask = {
    ...base,
    answeredAt: base.askedAt,
    ...(packageVersion && { packageVersion }),
    outcome: {
      kind: 'answered',
      tools: answer.tools.length,
      dropped: answer.dropped,
      strayLines,
      ...(answer.prompts !== undefined && { prompts: answer.prompts }),
      ...(answer.resources !== undefined && { resources: answer.resources }),
    },
  };
  return { kind: 'answered', server: base.server, ask, changed };
}

function failed(failure: Failure, base: Base, last: Ask | undefined): Outcome {
  const { why, message, stderr } = failure;
  const before = last?.transport === base.transport && last.outcome.kind === 'failed' ? last.outcome.failures : 0;
  const ask: Ask = {
    ...base,
    ...(last?.answeredAt && { answeredAt: last.answeredAt }),
    outcome: { kind: 'failed', cause: why, message, ...(stderr && { stderr }), failures: before + 1 },
  };
  return { kind: 'failed', server: base.server, ask };
}

/** Waits for all even when one rejects, so that nothing goes on behind our back. */
async function settled<T>(promises: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

const litterOf = (contentDir: string, run: string) =>
  [join(contentDir, 'snapshots'), join(contentDir, 'changes'), dirname(askFile(contentDir, 'any')), npmCacheDir()].map(
    (folder) => ({
      in: folder,
      prefix: `.${run}-`,
    }),
  );
