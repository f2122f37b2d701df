/** Writes what is kept of an asking: the snapshot and what has changed in it, which people see, and the record of the asking. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askFile } from '../cache.ts';
import { type Ask, type Change, type ChangeLog, changeLog, type Snapshot, snapshot } from '../domain.ts';
import { changesBetween, withChanges } from './changes.ts';
import type { ServerAnswer } from './server-answer.ts';
import { writeWhole } from './whole-file.ts';

const snapshotFile = (contentDir: string, id: string) => join(contentDir, 'snapshots', `${id}.json`);
const changesFile = (contentDir: string, id: string) => join(contentDir, 'changes', `${id}.json`);

export const hasSnapshot = (contentDir: string, id: string) => existsSync(snapshotFile(contentDir, id));

export function writeAsk(contentDir: string, record: Ask, run: string): void {
  writeWhole(askFile(contentDir, record.server), json(record), run);
}

/**
 * Written only when what the server said is different; says whether it was. What differs from the answer before is
 * written first, so that a run that is cut short in between loses no change.
 */
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
  const last = snapshotIn(before);
  if (last && json(said(last.capturedAt)) === before) return false;
  if (last) writeChanges(contentDir, id, changesBetween(last.tools, answer.tools, at), run);
  writeWhole(file, json(said(at.toISOString())), run);
  return true;
}

function writeChanges(contentDir: string, id: string, changes: readonly Change[], run: string): void {
  if (changes.length === 0) return;
  const file = changesFile(contentDir, id);
  writeWhole(file, json(withChanges(readChanges(file) ?? { server: id, changes: [] }, changes)), run);
}

/** A log that cannot be read is begun anew. */
function readChanges(file: string): ChangeLog | undefined {
  try {
    return changeLog.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function snapshotIn(text: string): Snapshot | undefined {
  try {
    return snapshot.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
