/** Shows a run's progress: a living list on a terminal, a line for each server elsewhere. */
import { Listr } from 'listr2';
import type { Transport } from '../domain.ts';
import { plainLine } from './plain-text.ts';
import type { Outcome, Progress } from './snapshot-servers.ts';

export type Display = { report: (progress: Progress) => void; close: () => Promise<void> };

export function progressDisplay(stream: NodeJS.WriteStream): Display {
  return stream.isTTY && stream === process.stdout ? terminalList() : plainLines(stream);
}

/** One line on what came of a server. */
export function outcomeLine(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `${outcome.server}: ${answerWords(outcome)}`;
    case 'failed':
      return `${outcome.server}: ${failureWords(outcome)}`;
    case 'skipped':
      return `${outcome.server}: ${outcome.because === 'fresh' ? 'asked lately' : `failed lately, asked again from ${outcome.until.toISOString().slice(0, 16)}Z or with --retry. ${failureWords(outcome)}`}`;
    default:
      return outcome satisfies never;
  }
}

function answerWords({ ask, changed }: Outcome & { kind: 'answered' }): string {
  const { outcome, milliseconds } = ask;
  if (outcome.kind !== 'answered') return '';
  const notes = [
    `${(milliseconds / 1000).toFixed(1)} s`,
    changed ? 'changed' : 'as before',
    ...(outcome.dropped.length > 0 ? [`${outcome.dropped.length} left out in part or whole`] : []),
  ];
  return `${outcome.tools} ${outcome.tools === 1 ? 'tool' : 'tools'} (${notes.join(', ')})`;
}

function failureWords({ ask: { outcome } }: { ask: Outcome['ask'] }): string {
  return outcome.kind === 'failed' ? `${outcome.cause}: ${plainLine(outcome.message, 1_000)}` : '';
}

/** What will be run or called; values of variables and headers are left out. */
const wayWords = (transport: Transport) =>
  plainLine(transport.type === 'http' ? transport.url : [transport.command, ...transport.args].join(' '), 160);

function plainLines(stream: NodeJS.WriteStream): Display {
  return {
    report: (progress) => {
      if (progress.state === 'waiting')
        stream.write(`${progress.server} will be asked: ${wayWords(progress.transport)}\n`);
      if (progress.state === 'done' && progress.outcome.kind !== 'skipped') {
        stream.write(`${outcomeLine(progress.outcome)}\n`);
      }
    },
    close: async () => undefined,
  };
}

type Row = { show: (text: string) => void; finish: (outcome?: Outcome) => void };

/** The pool decides what runs, so each row of the list only waits for its news. */
function terminalList(): Display {
  const rows = new Map<string, Row>();
  const list = new Listr([], { concurrent: true, exitOnError: false, rendererOptions: { collapseErrors: false } });
  let running: Promise<unknown> | undefined;
  const addRow = (server: string, way: string) => {
    const { promise, resolve } = Promise.withResolvers<Outcome | undefined>();
    const row: Row = { show: () => undefined, finish: resolve };
    rows.set(server, row);
    list.add({
      title: `${server}: ${way}`,
      task: async (_context, task) => {
        row.show = (text) => {
          task.title = `${server}: ${text}`;
        };
        const outcome = await promise;
        if (outcome === undefined) task.skip('interrupted');
        else {
          task.title = outcomeLine(outcome);
          if (outcome.kind === 'failed') throw new Error(outcomeLine(outcome));
        }
      },
    });
  };
  return {
    report: (progress) => {
      const { state, server } = progress;
      if (state === 'waiting') addRow(server, wayWords(progress.transport));
      else {
        running ??= list.run().catch(() => undefined);
        if (state === 'done') rows.get(server)?.finish(progress.outcome);
        else rows.get(server)?.show(state);
      }
    },
    close: async () => {
      for (const row of rows.values()) row.finish();
      await running;
    },
  };
}
