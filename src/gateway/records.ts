/** The audit of one session: who and when is filled in, and what went wrong in writing it is answered for. */
import { randomUUID } from 'node:crypto';
import type { AuditEntry } from './audit.ts';

type Told = Partial<AuditEntry> & Pick<AuditEntry, 'outcome'>;

/** Returns the id of the line; throws where it could not be written. */
export type Record = (entry: Told) => string;

/** Writes that something which is no call went no further. It stands whether or not it can be written down. */
export type Refuse = (from: 'client' | 'server', reason: string, more?: Partial<AuditEntry>) => void;

export type Records = { record: Record; refuse: Refuse };

export function sessionRecords(session: string, server: () => string, write: (entry: AuditEntry) => void): Records {
  const record: Record = (entry) => {
    const id = randomUUID();
    write({ time: new Date().toISOString(), id, session, server: server(), ...entry });
    return id;
  };
  return {
    record,
    refuse(from, reason, more = {}) {
      try {
        record({ outcome: 'refuse', rule: 'malformed', reason, from, ...more });
      } catch {}
    },
  };
}
