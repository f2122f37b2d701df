/** The words that every page uses for the same thing. */
import type { FacetId } from '../classify/label.ts';
import type { Category, FailureCause, Risk } from '../domain.ts';

export const number = (n: number) => n.toLocaleString('en-US');

/** `1 tool`, `3,854 tools`; `many` where adding an s is wrong. */
export const count = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `22 Nov 2026`, in UTC, from an ISO date or date and time. */
export function dateWords(iso: string): string {
  const date = new Date(iso);
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `0.4 s`, `12 s`. */
export const seconds = (milliseconds: number) =>
  `${milliseconds < 9950 ? (milliseconds / 1000).toFixed(1) : Math.round(milliseconds / 1000)} s`;

/** `472 bytes`, `12 kB`. */
export const bytes = (n: number) => (n < 1000 ? count(n, 'byte') : `${(n / 1000).toFixed(n < 10_000 ? 1 : 0)} kB`);

export const categoryWords = {
  read: {
    name: 'Read',
    does: 'Looks only: nothing outside is different after a call.',
    gist: 'Looks, searches, calculates. Nothing outside is different after a call.',
  },
  write: {
    name: 'Write',
    does: 'Changes something that stays changed after the call.',
    gist: 'Makes or changes something that stays: a record, a file, a message, a setting.',
  },
  execute: {
    name: 'Execute',
    does: 'Runs something, or does whatever its arguments say.',
    gist: 'Runs code, starts or stops a process, drives a live screen, or does whatever its arguments say.',
  },
  destructive: {
    name: 'Destructive',
    does: 'Removes or overwrites something that one more call does not bring back.',
    gist: 'Removes or overwrites data, access or a resource that one more call does not bring back.',
  },
  financial: {
    name: 'Financial',
    does: 'Moves money, or makes or ends an obligation to pay.',
    gist: 'Moves money or an asset, or makes, changes or ends an obligation to pay.',
  },
} as const satisfies Record<Category, { name: string; does: string; gist: string }>;

export const riskWords = {
  low: { name: 'Low', gist: 'Read tools. A wrong call costs little, unless what it reads is secret.' },
  medium: { name: 'Medium', gist: 'Write tools. A wrong call leaves something to put right.' },
  high: { name: 'High', gist: 'Execute tools. What a call can do is not bounded by its definition.' },
  critical: { name: 'Critical', gist: 'Destructive and Financial tools. A wrong call cannot be taken back.' },
} as const satisfies Record<Risk, { name: string; gist: string }>;

export const facetWords = {
  idempotent: 'A second identical call changes nothing more',
  'open-world': 'Talks to hosts or people outside',
  'secrets-in': 'Takes secrets as arguments',
  'secrets-out': 'Hands out secrets',
  'cost-bearing': 'Costs money or credits per call',
  'private-data': 'Returns private data',
  'untrusted-content': 'Returns text that outsiders can write',
  'exfiltration-sink': 'Can carry data to outsiders',
  'code-execution': 'Runs code on a machine',
  'free-path': 'Takes any file path',
  'free-url': 'Takes any address',
  'free-shell': 'Takes any shell command',
  'free-code': 'Takes any code',
  'free-query': 'Takes any query',
  'permission-change': 'Changes who may do what',
  'irreversible-communication': 'Reaches people, and cannot be unsent',
  bulk: 'Acts on many things in one call',
  'long-running': 'Goes on after the call returns',
  physical: 'Moves or switches a physical thing',
  'public-publish': 'Publishes to everyone',
  'two-step': 'Is one half of a two-step action',
  'dry-run': 'Can be tried without effect',
} as const satisfies Record<FacetId, string>;

export const failureWords = {
  'command-not-found': 'the command that starts it was not found',
  'package-not-found': 'its package was not found',
  'install-failed': 'its package could not be installed',
  exited: 'it stopped before it answered',
  'wants-variable': 'it wants a setting that is not there',
  'wants-sign-in': 'it waits for a sign-in',
  'timed-out': 'it did not answer in time',
  'not-mcp': 'what it answered is not MCP',
  'http-status': 'its address answered with an error',
  unreachable: 'its address could not be reached',
  'too-large': 'its answer was too large',
} as const satisfies Record<FailureCause, string>;
