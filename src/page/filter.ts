/** The filter above a list: what may be chosen, as far as the list has it. */
import { type Category, categories, type Risk, risks } from '../domain.ts';
import type { ToolRow } from './rows.ts';
import { categoryWords, facetWords, number, riskWords } from './words.ts';

export type Filter = {
  /** The name of the choice in the address. */
  name: 'risk' | 'category' | 'facet' | 'tag';
  label: string;
  any: string;
  options: { value: string; text: string }[];
}[];

/** Choices that would leave the list as it is are not offered. `tags` by the word that rows carry. */
export function filterOf(rows: readonly ToolRow[], tags: ReadonlyMap<string, string>): Filter {
  const counts = new Map<string, number>();
  for (const row of rows) for (const word of row.is.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  const options = (names: readonly (readonly [value: string, text: string])[]) =>
    names.flatMap(([value, text]) => {
      const n = counts.get(value) ?? 0;
      return n === 0 || n === rows.length ? [] : [{ value, text: `${text} (${number(n)})` }];
    });
  const filter: Filter = [
    {
      name: 'risk',
      label: 'Risk',
      any: 'Any risk',
      options: options([
        ...risks.map((id: Risk) => [id, riskWords[id].name] as const),
        ['unclear', 'Unclear'] as const,
      ]),
    },
    {
      name: 'category',
      label: 'Category',
      any: 'Any category',
      options: options(categories.map((id: Category) => [id, categoryWords[id].name] as const)),
    },
    {
      name: 'facet',
      label: 'What else holds',
      any: 'Anything',
      options: options(Object.entries(facetWords)),
    },
    { name: 'tag', label: 'Tag', any: 'Any tag', options: options([...tags]) },
  ];
  return filter.filter(({ options }) => options.length > 0);
}
