/** What is asked, as it stands in the address: `?q=plex+auth&risk=low&category=read&server=plex`. */
import type { Category, Risk } from '../domain.ts';
import { categories, risks } from './names.ts';

export type Asked = { q: string; risk: Risk | ''; category: Category | ''; server: string };

const longestQuery = 200;

/** Whatever else the address holds is dropped. */
export function askedIn(search: string): Asked {
  const given = new URLSearchParams(search);
  const one = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === given.get(name)) ?? '';
  return {
    q: (given.get('q') ?? '').slice(0, longestQuery),
    risk: one('risk', risks),
    category: one('category', categories),
    server: (given.get('server') ?? '').slice(0, 100),
  };
}

/** Empty for nothing asked, else with its question mark. */
export function addressOf(asked: Asked): string {
  const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return given.size === 0 ? '' : `?${given}`;
}

export const isAsked = (asked: Asked) => addressOf({ ...asked, q: asked.q.trim() }) !== '';
