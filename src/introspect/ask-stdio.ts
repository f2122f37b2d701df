/** Asks a server that is a process: `initialize` first; a new process for `server/discover` where that is refused. */
import { join } from 'node:path';
import type { Transport } from '../domain.ts';
import type { Asking, Heard } from './ask-server.ts';
import { explainStdio } from './explain-stdio.ts';
import type { Generation } from './generation.ts';
import { type Launch, prepare } from './launch.ts';
import { legacy } from './legacy.ts';
import { readAnswer } from './listing.ts';
import { modern } from './modern.ts';
import { scrubJson, scrubText } from './scrub.ts';
import { stdioWire } from './stdio.ts';
import { untilAborted } from './until-aborted.ts';

export async function askStdio(transport: Transport & { type: 'stdio' }, asking: Asking): Promise<Heard> {
  const { processes, signal, report } = asking;
  report({ state: 'installing' });
  const launch = await prepare(transport, join(processes.folder, asking.nth), {
    cache: asking.npmCache,
    run: asking.run,
    milliseconds: asking.installMilliseconds,
    processes,
    signal,
  });
  report({ state: 'asking' });
  const first = await talk(launch, legacy, asking);
  const last = first.kind === 'refused' ? await talk(launch, modern, asking) : first;
  if (last.kind === 'heard') return last.heard;
  throw (first.kind === 'refused' ? first : last).failure;
}

type Talk =
  | { kind: 'heard'; heard: Heard }
  /** The server answered, but not to this generation. */
  | { kind: 'refused'; failure: Error }
  | { kind: 'failed'; failure: Error };

async function talk(launch: Launch, generation: Generation, asking: Asking): Promise<Talk> {
  const { child, end } = asking.processes.start(launch.command, launch.args, launch);
  const wire = stdioWire(child, end);
  const deadline = AbortSignal.any([asking.signal, AbortSignal.timeout(asking.milliseconds)]);
  let opened = false;
  try {
    const conversation = await untilAborted(
      generation(wire, { signal: deadline, milliseconds: asking.milliseconds }),
      deadline,
    );
    opened = true;
    const answer = await untilAborted(readAnswer(conversation), deadline);
    const { packageVersion, replacements } = launch;
    return {
      kind: 'heard',
      heard: {
        answer: scrubJson(answer, replacements),
        strayLines: wire.strayLines(),
        ...(packageVersion && { packageVersion }),
      },
    };
  } catch (error) {
    asking.signal.throwIfAborted();
    const broken = wire.failure() !== undefined || wire.exit() !== undefined || deadline.aborted;
    const failure = explainStdio(error, {
      command: launch.command,
      seconds: asking.milliseconds / 1000,
      timedOut: deadline.aborted,
      opened,
      exit: wire.exit(),
      failure: wire.failure(),
      output: scrubText(wire.output(), launch.replacements),
    });
    return { kind: opened || broken ? 'failed' : 'refused', failure };
  } finally {
    await wire.close();
  }
}
