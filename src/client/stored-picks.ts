/** Where the picks are kept: in this browser, by this site. */
import { type Picks, readPicks, writePicks } from './picks.ts';

const key = 'picks';

export function storedPicks(): Picks {
  try {
    return readPicks(localStorage.getItem(key) ?? '').picks;
  } catch {
    return new Map();
  }
}

/** False where the browser keeps nothing for this site. */
export function storePicks(picks: Picks): boolean {
  const text = writePicks(picks);
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
