/** What people say the tools are: `labels.json`, rows of server, tool and category. */
import { z } from 'zod';
import { facetIds } from '../classify/label.ts';
import { categories } from '../domain.ts';
import { expectedFacets } from './facets.ts';

const row = z.looseObject({
  server: z.string().min(1),
  tool: z.string().min(1),
  category: z.enum(categories),
  /** Both annotators agreed and were sure. */
  certain: z.boolean().default(true),
  /** `random` rows speak for all tools; others were drawn for rare categories. */
  sample: z.string().default('random'),
  /** Ids of the facets that hold; one with `?` is left open. Absent: facets were not looked at. */
  facets: z
    .array(z.string())
    .refine((names) => expectedFacets(names).ok, `a facet is one of ${facetIds.join(', ')}`)
    .optional(),
});
export type LabelledTool = z.infer<typeof row>;

const mostProblems = 20;

/** The rows of the file, or every problem, each as one sentence that starts with where it stands. */
export function parseLabels(text: string, file: string): { rows: LabelledTool[] } | { problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [`${file}: not JSON (${(error as Error).message}). Mend it or name another file.`] };
  }
  const read = z.array(row).safeParse(json);
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path, message }) =>
        `${file}: ${path.length === 0 ? 'the file' : `row ${path.join('.')}`}: ${message}. A row is {"server", "tool", "category", "certain", "sample"}.`,
    );
    const more = problems.length - mostProblems;
    return { problems: [...problems.slice(0, mostProblems), ...(more > 0 ? [`${file}: ${more} more problems.`] : [])] };
  }
  if (read.data.length === 0) return { problems: [`${file}: there are no rows. Label some tools first.`] };
  return { rows: read.data };
}
