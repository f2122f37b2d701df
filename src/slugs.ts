/** Tool names become addresses: a pure function of the name, safe on every file system and host. */
import { sha256Hex } from './digest.ts';

/**
 * The slug of each name of one server, in the same order. `[A-Za-z0-9_-]{1,64}` stays as it is; anything else is folded
 * to that alphabet, then `~` and six hex digits of the name's SHA-256. Names equal but for case all get the digits, and
 * the second of one name gets `~2`. No slug holds a dot, so `<slug>.md` and `<slug>.json` never meet another page.
 */
export function toolSlugs(names: readonly string[]): string[] {
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    const key = name.toLowerCase();
    spellings.set(key, (spellings.get(key) ?? new Set()).add(name));
  }
  const seen = new Map<string, number>();
  return names.map((name) => {
    const plain = /^[A-Za-z0-9_-]{1,64}$/.test(name);
    const alone = spellings.get(name.toLowerCase())?.size === 1;
    const slug = plain && alone ? name : `${fold(name)}~${sha256Hex(name).slice(0, 6)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? slug : `${slug}~${nth}`;
  });
}

const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48) || 'tool';
