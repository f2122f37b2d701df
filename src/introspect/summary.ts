/** What a run came to, for people and for machines. */
import type { FailureCause } from '../domain.ts';
import { plainLine } from './plain-text.ts';
import { outcomeLine } from './progress.ts';
import type { Outcome } from './snapshot-servers.ts';

export type Summary = {
  answered: number;
  failed: number;
  skipped: number;
  /** Of all servers that answered, now or before. */
  tools: number;
  milliseconds: number;
  servers: ServerSummary[];
};
type ServerSummary = { server: string; milliseconds: number } & (
  | { kind: 'answered'; tools: number; changed: boolean; dropped: number; strayLines: number }
  | { kind: 'failed'; cause: FailureCause; message: string }
  | { kind: 'skipped'; because: 'fresh' | 'backing-off'; until: string }
);

export function summaryOf(outcomes: readonly Outcome[], milliseconds: number): Summary {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    answered: count('answered'),
    failed: count('failed'),
    skipped: count('skipped'),
    tools: outcomes.reduce((sum, { ask: { outcome } }) => sum + (outcome.kind === 'answered' ? outcome.tools : 0), 0),
    milliseconds,
    servers: outcomes.map(serverSummary),
  };
}

/** The failures once more, where a long list has scrolled away, and the totals. */
export function summaryLines(outcomes: readonly Outcome[], summary: Summary): string {
  const backingOff = outcomes.filter((outcome) => outcome.kind === 'skipped' && outcome.because === 'backing-off');
  const parts = [
    `${summary.answered} answered`,
    `${summary.failed} failed`,
    `${summary.skipped} not asked again yet`,
    `${summary.tools.toLocaleString('en')} tools known`,
  ];
  return `${[...backingOff.map(outcomeLine), `${parts.join(', ')} (${(summary.milliseconds / 1000).toFixed(1)} s).`].join('\n')}\n`;
}

function serverSummary(outcome: Outcome): ServerSummary {
  const { server, ask } = outcome;
  const base = { server, milliseconds: ask.milliseconds };
  if (outcome.kind === 'skipped') {
    return { ...base, kind: 'skipped', because: outcome.because, until: outcome.until.toISOString() };
  }
  if (ask.outcome.kind === 'failed') {
    return { ...base, kind: 'failed', cause: ask.outcome.cause, message: plainLine(ask.outcome.message, 1_000) };
  }
  const { tools, dropped, strayLines } = ask.outcome;
  const changed = outcome.kind === 'answered' && outcome.changed;
  return { ...base, kind: 'answered', tools, changed, dropped: dropped.length, strayLines };
}
