/** How much two tools are about the same thing, by the words of their texts. */
import type { CatalogTool } from '../catalog.ts';
import { verbOf } from '../classify/verbs.ts';
import { nameWords, sentenceWords, singular } from '../classify/words.ts';
import { actOf } from './acts.ts';

const topicLength = 400;

function topicWords({ definition: { name, description = '', inputSchema } }: CatalogTool): Set<string> {
  const properties = (inputSchema as { properties?: unknown } | undefined)?.properties;
  const parameters = typeof properties === 'object' && properties !== null ? Object.keys(properties).slice(0, 20) : [];
  const text = [
    ...sentenceWords(String(description).slice(0, topicLength)),
    ...[name, ...parameters].flatMap((one) => nameWords(one)),
  ];
  return new Set(
    text.map(({ text: word }) => singular(word)).filter((word) => word.length > 2 && !actOf(verbOf(word)?.verb ?? '')),
  );
}

/** Words are kept as numbers, since a large catalog has millions of them. */
export function likenessIn(tools: readonly CatalogTool[]): (a: CatalogTool, b: CatalogTool) => number {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const topics = new Map<CatalogTool, Int32Array>();
  for (const tool of tools) {
    const topic = [...topicWords(tool)].map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    });
    topics.set(tool, Int32Array.from(topic).sort());
  }
  const weight = (word: number) => Math.log((tools.length + 1) / (uses[word] ?? 1)) ** 2;
  const sum = (topic: Int32Array) => topic.reduce((total, word) => total + weight(word), 0);
  const none = new Int32Array();
  return (a, b) => {
    const [one, other] = [topics.get(a) ?? none, topics.get(b) ?? none];
    const whole = Math.sqrt(sum(one) * sum(other));
    return whole === 0 ? 0 : sum(one.filter((word) => isIn(other, word))) / whole;
  };
}

function isIn(sorted: Int32Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
