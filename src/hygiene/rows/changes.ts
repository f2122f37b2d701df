/** Rows on what differs from an earlier answer of the server. */
import type { ChangeRow } from '../finding.ts';

export const changedDefinition = {
  id: 'changed-definition',
  title: 'a definition that has changed',
  why: 'What was decided for the old definition may not fit the new one, and a tool may turn into another after it was allowed.',
  severity: 'notice',
} as const satisfies ChangeRow;

export const changedTools = {
  id: 'changed-tools',
  title: 'tools that have come, gone or changed',
  why: 'A policy that names tools knows nothing of new ones.',
  severity: 'notice',
} as const satisfies ChangeRow;

export const changeRows: readonly ChangeRow[] = [changedDefinition, changedTools];
