/** Asks one server, however it is reached. */
import type { Transport } from '../domain.ts';
import { askHttp } from './ask-http.ts';
import { askStdio } from './ask-stdio.ts';
import type { Processes } from './processes.ts';
import type { ServerAnswer } from './server-answer.ts';

export type Asking = {
  processes: Processes;
  /** Aborts the whole run. */
  signal: AbortSignal;
  /** For the conversation, and for installing before it. */
  milliseconds: number;
  installMilliseconds: number;
  npmCache: string;
  /** Marks this run's temporary files. */
  run: string;
  /** Names this server's folder in the run's. */
  nth: string;
  report: (progress: { state: 'installing' | 'asking' }) => void;
};
export type Heard = { answer: ServerAnswer; strayLines: number; packageVersion?: string };

/** Rejects with a Failure, or with the reason of an aborted run. */
export function askServer(transport: Transport, asking: Asking): Promise<Heard> {
  switch (transport.type) {
    case 'stdio':
      return askStdio(transport, asking);
    case 'http':
      return askHttp(transport, asking);
    default:
      return transport satisfies never;
  }
}
