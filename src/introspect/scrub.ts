/** Takes out of a server's answer what is ours: where it ran, and the values that it was trusted with. */
import { realpathSync } from 'node:fs';

export type Replacement = { from: string; to: string };

/** Shorter values stand in too many words by chance. */
const minSecret = 6;

/** `paths`: the name to show for each folder. A folder's real path is replaced as well. */
export function replacementsFor(paths: { [name: string]: string }, secrets: Map<string, string>): Replacement[] {
  const folders = Object.entries(paths).flatMap(([to, path]) =>
    [path, realpathSync(path)].map((from) => ({ from, to })),
  );
  const values = [...secrets]
    .filter(([, value]) => value.length >= minSecret)
    .map(([name, from]) => ({ from, to: `\${${name}}` }));
  return [...folders, ...values].sort((a, b) => b.from.length - a.from.length);
}

export function scrubText(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((all, { from, to }) => all.replaceAll(from, () => to), text);
}

/** On the JSON text, so that keys are covered and nothing nests too deep. */
export function scrubJson<T>(value: T, replacements: readonly Replacement[]): T {
  const inner = (text: string) => JSON.stringify(text).slice(1, -1);
  const text = JSON.stringify(value);
  const scrubbed = scrubText(
    text,
    replacements.map(({ from, to }) => ({ from: inner(from), to: inner(to) })),
  );
  return scrubbed === text ? value : (JSON.parse(scrubbed) as T);
}
