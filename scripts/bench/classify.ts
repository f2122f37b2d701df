/** How long it takes to label many definitions. */
import { parseArgs } from 'node:util';
import { classify } from '../../src/classify/classify.ts';
import type { ServerContext } from '../../src/classify/label.ts';
import { readContent } from '../../src/content.ts';
import type { ToolDefinition } from '../../src/domain.ts';
import { ownDefinitions } from '../../test/classify/own-set.ts';
import { type Bench, cpuSeconds, rounded } from './bench.ts';

export const classifyBench: Bench = {
  name: 'classify',
  gist: 'CPU seconds to label definitions, and how many times as long as writing and parsing them as JSON takes',
  options: `    --tools N         How many definitions (31000), varied from our own labelled set.
    --corpus FOLDER   Vary those of a content folder's snapshots instead.`,
  async run(argv) {
    const { values } = parseArgs({
      args: argv,
      options: { tools: { type: 'string', default: '31000' }, corpus: { type: 'string' } },
    });
    const n = Number(values.tools);
    if (!Number.isInteger(n) || n < 1) throw new Error(`--tools ${values.tools}: not a whole number above 0.`);
    const all = varied(values.corpus === undefined ? ownDefinitions : definitionsIn(values.corpus), n);
    const label = () => {
      for (const { definition, context } of all) classify(definition, context);
    };
    const copy = () => {
      for (const { definition } of all) JSON.parse(JSON.stringify(definition));
    };
    const baseline = cpuSeconds(copy);
    const seconds = cpuSeconds(label);
    return {
      tools: all.length,
      characters: all.reduce((sum, { definition }) => sum + (definition.description?.length ?? 0), 0),
      cpuSeconds: rounded(seconds),
      baselineCpuSeconds: rounded(baseline),
      ratio: rounded(seconds / baseline),
      microsecondsPerTool: rounded((seconds / all.length) * 1e6),
    };
  },
};

type Given = { definition: ToolDefinition; context: ServerContext };

/** As many as asked for: the given ones over and over, each time with other names and texts, so that nothing is cached. */
function varied(given: readonly Given[], n: number): Given[] {
  if (given.length === 0) throw new Error('There are no definitions to label. Name another folder.');
  const rounds = Math.ceil(n / given.length);
  const contexts = new Map<string, ServerContext>();
  return Array.from({ length: rounds }, (_, round) =>
    given.map(({ definition, context }) => {
      const key = `${context.id}~${round}`;
      const suffix = round === 0 ? '' : `_v${round}`;
      const made = contexts.get(key) ?? { ...context, toolNames: context.toolNames.map((name) => `${name}${suffix}`) };
      contexts.set(key, made);
      const description =
        definition.description === undefined ? {} : { description: `${definition.description} (${round})` };
      return { definition: { ...definition, name: `${definition.name}${suffix}`, ...description }, context: made };
    }),
  )
    .flat()
    .slice(0, n);
}

function definitionsIn(folder: string): Given[] {
  const { content, problems } = readContent(folder);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return content.servers.flatMap(({ id, snapshot }) => {
    const tools = snapshot?.tools ?? [];
    const context = { id, title: snapshot?.serverInfo?.title, toolNames: tools.map(({ name }) => name) };
    return tools.map((definition) => ({ definition, context }));
  });
}
