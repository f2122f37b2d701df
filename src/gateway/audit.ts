/** One JSON line for each decision, written before the decision takes effect. */
import { closeSync, openSync, writeSync } from 'node:fs';

export type AuditEntry = {
  time: string;
  id: string;
  session: string;
  server: string;
  /** `cancelled`: the client took the call back while a person was being asked. */
  outcome: 'allow' | 'ask' | 'refuse' | 'cancelled';
  method?: string;
  tool?: string;
  /** RFC 8785 and SHA-256; the arguments themselves may hold secrets. */
  argumentsDigest?: string;
  rule?: string;
  reason?: string;
  retryAfter?: number;
  /** Who sent what was refused. */
  from?: 'client' | 'server';
};

export type Audit = {
  /** Throws where the line could not be written: what it tells of must then not happen. */
  write: (entry: AuditEntry) => void;
  close: () => void;
};

/** Appends to a file that only its owner may read. */
export function fileAudit(file: string): Audit {
  const handle = openSync(file, 'a', 0o600);
  return { write: (entry) => writeLine(handle, entry), close: () => closeSync(handle) };
}

export const stderrAudit = (): Audit => ({
  write: (entry) => void process.stderr.write(`${JSON.stringify(entry)}\n`),
  close: () => undefined,
});

function writeLine(handle: number, entry: AuditEntry): void {
  const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
}
