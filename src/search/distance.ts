/** Typos: how far one word is from another. */

/**
 * Edits (insert, delete, replace, swap of neighbours) from `a` to `b`, or to the start of `b` that is nearest when
 * `prefix` is true; `max + 1` stands for anything above `max`.
 */
export function distance(a: string, b: string, max: number, prefix = false): number {
  const width = prefix ? Math.min(b.length, a.length + max) : b.length;
  if (Math.abs(a.length - width) > max) return max + 1;
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    before = last;
    last = current;
  }
  return Math.min(max + 1, prefix ? Math.min(...last) : at(last, width));
}

const at = (row: number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

/** The letters of a word as bits of a number; letters beyond a to z share theirs. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters of `a` are not among those of `b`: fewer edits never lead from the one word to the other. */
export function lacking(a: number, b: number): number {
  let count = 0;
  for (let rest = a & ~b; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
