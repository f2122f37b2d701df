/** What a tool that manages things says it does with them: `Manage notes: create, update, delete`. */
import { verbAt } from './phrases.ts';
import { words } from './rule.ts';
import type { Word } from './words.ts';

export const managing = new Set(words('manage control handle administer perform'));
const most = 40;

/** The verbs of the list after a colon or in a bracket, each with its place in the sentence; none unless there are two. */
export function opList(all: readonly Word[], from: number): { verb: string; at: number; length: number }[] {
  // `Perform bulk create/update/delete`.
  const next = many.has(all[from + 1]?.text ?? '') ? from + 2 : from + 1;
  if (all[from]?.text.startsWith('perform')) {
    const found = listFrom(all, next);
    if (found.length > 1) return found;
  }
  for (let start = from + 1; start < Math.min(all.length, from + most); start += 1) {
    if (all[start]?.after !== 'break' && !opensExamples(all, start)) continue;
    const found = listFrom(all, start);
    if (found.length > 1) return found;
  }
  return [];
}

function listFrom(all: readonly Word[], start: number): { verb: string; at: number; length: number }[] {
  const found: { verb: string; at: number; length: number }[] = [];
  for (let at = start; at < Math.min(all.length, start + most); at += 1) {
    const opens = at === start || all[at]?.after === 'comma' || joins(all[at - 1]?.text);
    if (at > start && all[at]?.after === 'break') break;
    if (!opens || joins(all[at]?.text)) continue;
    const hit = verbAt(all, at);
    if (!hit || (hit.form !== 'base' && hit.form !== 'gerund')) {
      if (at === start) return [];
      continue;
    }
    found.push({ verb: hit.verb, at, length: hit.length });
  }
  return found;
}

/** `Perform actions like create …, update …`. */
function opensExamples(all: readonly Word[], at: number): boolean {
  const before = all[at - 1]?.text;
  return before === 'like' || before === 'including' || (before === 'as' && all[at - 2]?.text === 'such');
}

const many = new Set(words('bulk batch mass'));
const joins = (text: string | undefined) => text === 'and' || text === 'or';
