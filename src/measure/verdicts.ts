/** Labels by people beside labels by the engine: what every figure is counted from. */
import type { Label, ServerContext } from '../classify/label.ts';
import type { Category, Snapshot, ToolDefinition } from '../domain.ts';
import type { LabelledTool } from './labels-file.ts';

export type Verdict = {
  server: string;
  tool: string;
  sample: string;
  certain: boolean;
  /** What people say. */
  expected: Category;
  label: Label;
  /** The facets that people say hold; absent where nobody looked. */
  facets?: readonly string[];
};

export type Classify = (definition: ToolDefinition, context: ServerContext) => Label;

/**
 * One verdict a row. Where a server gives one name twice, the rows of that name go to its definitions in the server's
 * order, and a single row to the first. A row that hits no tool is a problem, told as one sentence.
 */
export function verdictsOf(
  rows: readonly LabelledTool[],
  snapshots: ReadonlyMap<string, Snapshot>,
  classify: Classify,
): { verdicts: Verdict[]; problems: string[] } {
  const verdicts: Verdict[] = [];
  const problems: string[] = [];
  const servers = new Map([...snapshots].map(([id, snapshot]) => [id, indexed(id, snapshot)]));
  const used = new Map<string, number>();
  for (const { server, tool, category, certain, sample, facets } of rows) {
    const known = servers.get(server);
    if (!known) {
      problems.push(`labels: server "${server}" has no snapshot. Add snapshots/${server}.json or take its rows out.`);
      continue;
    }
    const definitions = known.byName.get(tool);
    if (!definitions) {
      problems.push(`labels: server "${server}" has no tool "${tool}". Mend the name or take the row out.`);
      continue;
    }
    const key = JSON.stringify([server, tool]);
    const nth = used.get(key) ?? 0;
    used.set(key, nth + 1);
    const definition = definitions[Math.min(nth, definitions.length - 1)];
    if (!definition) continue;
    verdicts.push({
      server,
      tool,
      sample,
      certain,
      expected: category,
      label: classify(definition, known.context),
      ...(facets && { facets }),
    });
  }
  return { verdicts, problems };
}

function indexed(id: string, { tools, serverInfo }: Snapshot) {
  const byName = new Map<string, ToolDefinition[]>();
  for (const tool of tools) byName.set(tool.name, [...(byName.get(tool.name) ?? []), tool]);
  const title = serverInfo?.title ?? serverInfo?.name;
  const context: ServerContext = { id, title, toolNames: tools.map(({ name }) => name) };
  return { byName, context };
}
