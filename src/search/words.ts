/** How names and queries fall into words: one way for both, in the build and in the browser. */

/** Longer words are cut: no one types more, and a hostile name must not cost more than a long one. */
const longestWord = 40;
const mostWords = 16;

/** `getPullRequestById`, `get_pull_request`, `list-s3-buckets` → lower-case words in order, at most 16. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 1000)
    .normalize('NFKC')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
}
