/** Cuts a description into sentences, and says which of them speak of something else than this tool's effect. */

export type Sentence = {
  text: string;
  /** Offset of its first character in the description. */
  start: number;
  /** About another tool, or an example: it tells nothing of what this one does. */
  masked: boolean;
  /** How much of a masked sentence still speaks of this tool: the clauses before another tool is named. */
  own: number;
};

const longestText = 64_000;
const longestSentence = 1200;
const mostSentences = 800;

/** Sentences and lines in order. Reading stops after 64,000 characters. */
export function sentencesOf(description: string, isOtherTool: (word: string) => boolean): Sentence[] {
  const text = description.slice(0, longestText);
  const sentences: Sentence[] = [];
  let inFence = false;
  let inExamples = false;
  for (const { from, to } of lines(text)) {
    const line = text.slice(from, to);
    if (line.trimStart().startsWith('```')) {
      inFence = !inFence;
      continue;
    }
    if (line.trim() === '') {
      inExamples = false;
      continue;
    }
    if (
      /^\W{0,8}(?:usage )?examples?\b.{0,40}$/iu.test(line) ||
      /^\W{0,8}(?:sample|example) (?:usage|queries|prompts)/iu.test(line)
    )
      inExamples = true;
    for (const piece of pieces(line)) {
      if (sentences.length >= mostSentences) return sentences;
      const words = line.slice(piece.from, piece.to);
      const others = inFence || inExamples ? 0 : speaksOfOthers(words, isOtherTool);
      sentences.push({
        text: words,
        start: from + piece.from,
        masked: others !== undefined,
        own: others === undefined ? words.length : Math.max(0, words.lastIndexOf(', ', others)),
      });
    }
  }
  return sentences;
}

/** Lines; one that goes on in lower case belongs to the line before. */
function lines(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const last = found.at(-1);
    const start = text.slice(from, from + 40);
    const goesOn =
      last !== undefined &&
      last.to > last.from &&
      to - last.from < longestSentence &&
      /^ {0,12}[\p{Ll}(]/u.test(start) &&
      !/^\s*[\p{L}\w]+\s{0,2}[:(=]/u.test(start) &&
      !/[.:!?。]\s*$/u.test(text.slice(Math.max(last.from, last.to - 3), last.to));
    if (goesOn) last.to = to;
    else found.push({ from, to });
    from = to + 1;
  }
  return found;
}

const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|max|min|no|dr|mr|st)|\b\p{L})\.$/iu;

function pieces(line: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const { 0: end, index } of line.matchAll(/[.!?;](?=\s)|[。！？；]/gu)) {
    const to = index + end.length;
    if (end === '.' && abbreviation.test(line.slice(Math.max(from, to - 8), to))) continue;
    if (line.slice(from, to).trim() !== '') found.push({ from, to: Math.min(to, from + longestSentence) });
    from = to;
  }
  if (line.slice(from).trim() !== '') found.push({ from, to: Math.min(line.length, from + longestSentence) });
  return found;
}

const elsewhere =
  /\b(?:instead[,:]? use|use \S{1,60} (?:tool )?instead|use \S{1,40},(?: (?:or )?\S{1,40}){1,4} instead|use \S{1,40} (?:or|and) \S{1,40} instead|use the \S{1,60} tool|unlike|see also|(?:first|then) call|call \S{1,60} first|alternative to|similar to the|for that,? use|prefer \S{1,60} (?:over|for|when|if))\b/iu;

/** `For reading alone, use peek`: all of it is about the other tool. */
const sendsOn = /^\W{0,8}(?:for|if|when|to)\s[^.]{1,160}\b(?:use|prefer|call|see) [`"']?$/iu;

/** Where a sentence begins to speak of another tool. */
function speaksOfOthers(sentence: string, isOtherTool: (word: string) => boolean): number | undefined {
  if (elsewhere.test(sentence)) return 0;
  for (const { 0: word, index } of sentence.matchAll(/[A-Za-z][\w-]*[\w]/g))
    if (isOtherTool(word)) return sendsOn.test(sentence.slice(0, index)) ? 0 : index;
  return undefined;
}
