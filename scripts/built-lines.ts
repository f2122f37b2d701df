/** What the catalog holds, in a few lines for the terminal. */
import type { Catalog } from '../src/catalog.ts';
import { categories } from '../src/domain.ts';
import { plainLine } from '../src/introspect/plain-text.ts';
import { count, number } from '../src/page/words.ts';

export function builtLines({ servers }: Catalog): string {
  const tools = servers.flatMap((server) => server.tools);
  const byCategory = categories.map((category) => {
    const n = tools.filter(({ label }) => label.category === category).length;
    return `  ${category.padEnd(12)} ${number(n).padStart(7)}`;
  });
  const failures = servers.flatMap(({ id, ask }) =>
    ask?.outcome.kind === 'failed' ? [`  ${id}: ${ask.outcome.cause}. ${plainLine(ask.outcome.message, 200)}`] : [],
  );
  const silent = servers.filter(({ ask, snapshot }) => !ask && !snapshot).map(({ id }) => `  ${id}: never asked`);
  const without = [...failures, ...silent];
  return [
    `\n${count(servers.length, 'server')}, ${count(tools.length, 'tool')}:`,
    ...byCategory,
    ...(without.length > 0 ? [`${count(without.length, 'server')} did not answer:`, ...without] : []),
  ].join('\n');
}
