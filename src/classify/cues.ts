/** Which of many short strings stand in a text, in one pass over it. */

/** Five bits for each of three letters; 0 stands for all that is none. */
const letter = (code: number) => (code >= 97 && code <= 122 ? code - 96 : 0);

/** Cues and texts are in lower case. */
export function cueFinder(cues: readonly string[]): (text: string) => ReadonlySet<string> {
  const byStart: (readonly string[] | undefined)[] = new Array(1 << 15);
  const foreign: string[] = [];
  for (const cue of cues) {
    if (!/^[a-z]{3}/.test(cue)) {
      foreign.push(cue);
      continue;
    }
    const code = [0, 1, 2].reduce((all, at) => (all << 5) | letter(cue.charCodeAt(at)), 0);
    byStart[code] = [...(byStart[code] ?? []), cue];
  }
  return (text) => {
    const found = new Set(isForeign.test(text) ? foreign.filter((cue) => text.includes(cue)) : []);
    let code = 0;
    for (let at = 0; at < text.length; at += 1) {
      code = ((code << 5) | letter(text.charCodeAt(at))) & 0x7fff;
      const bucket = byStart[code];
      if (bucket) for (const cue of bucket) if (text.startsWith(cue, at - 2)) found.add(cue);
    }
    return found;
  };
}
const isForeign = /[^\p{ASCII}]/u;
