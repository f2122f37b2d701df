/** Writes what is kept of an asking: the snapshot, which people see, and the record of the asking. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askFile } from '../cache.ts';
import { type Ask, type Snapshot, snapshot } from '../domain.ts';
import type { ServerAnswer } from './server-answer.ts';
import { writeWhole } from './whole-file.ts';

const snapshotFile = (contentDir: string, id: string) => join(contentDir, 'snapshots', `${id}.json`);

export const hasSnapshot = (contentDir: string, id: string) => existsSync(snapshotFile(contentDir, id));

export function writeAsk(contentDir: string, record: Ask, run: string): void {
  writeWhole(askFile(contentDir, record.server), json(record), run);
}

/** Written only when what the server said is different; says whether it was. */
export function writeSnapshot(contentDir: string, id: string, answer: ServerAnswer, at: Date, run: string): boolean {
  const file = snapshotFile(contentDir, id);
  const said = (capturedAt: string): Snapshot => ({
    server: id,
    capturedAt,
    protocolVersion: answer.protocolVersion,
    ...(answer.serverInfo && { serverInfo: answer.serverInfo }),
    ...(answer.instructions !== undefined && { instructions: answer.instructions }),
    ...(answer.capabilities && { capabilities: answer.capabilities }),
    tools: answer.tools,
  });
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const since = capturedAtOf(before);
  if (since !== undefined && json(said(since)) === before) return false;
  writeWhole(file, json(said(at.toISOString())), run);
  return true;
}

function capturedAtOf(text: string): string | undefined {
  try {
    return snapshot.parse(JSON.parse(text)).capturedAt;
  } catch {
    return undefined;
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
