/** What is on its way between the two ends, by the id that it must be answered under. */
import type { Request } from './message.ts';

/** A client's request without an answer yet. */
export type Flight = {
  request: Request;
  /** Takes it back while it has not been sent to the server. */
  stop?: () => void;
  /** Of tools/list: the edition of the list that was asked for. */
  edition?: number;
};

export type InFlight = {
  fromClient: Map<string, Flight>;
  fromServer: Set<string>;
};

export const inFlight = (): InFlight => ({ fromClient: new Map(), fromServer: new Set() });

/** Of either end: more is an attack, or a leak. */
export const mostInFlight = 10_000;
