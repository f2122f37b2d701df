/** What people should look at in a catalog that is otherwise whole: overrides that do nothing, or no longer fit. */
import { closest } from 'fastest-levenshtein';
import type { Catalog, CatalogServer } from './catalog.ts';

/** One line each: where, what, what to do. `fileOf(id)` names the file that declares a server. */
export function overrideFindings(catalog: Catalog, fileOf: (id: string) => string): string[] {
  return catalog.servers.flatMap((server) =>
    Object.entries(server.declared.overrides).flatMap(([name, { category }]) => {
      const where = `${fileOf(server.id)}: override for "${name}"`;
      const tools = server.tools.filter((tool) => tool.definition.name === name);
      if (tools.length === 0) return server.snapshot ? [`${where}: no such tool. ${nearest(name, server)}`] : [];
      if (tools.some(({ override }) => override?.state === 'stale')) {
        const now = tools.map(({ digest }) => digest).join(' or ');
        return [`${where}: made for another definition, so it is not applied. Look again, then set definition: ${now}`];
      }
      const redundant = tools.every(({ automatic }) => automatic?.category === category && !automatic.unclear);
      return redundant ? [`${where}: the rules say ${category} too. Take it out.`] : [];
    }),
  );
}

function nearest(name: string, { tools }: CatalogServer): string {
  const names = tools.map(({ definition }) => definition.name);
  return names.length > 0 ? `Did you mean "${closest(name, names)}"?` : 'The server has none.';
}
