/** What has changed of a server's tools, with the labels of the old and the new definition by the rules of today. */
import { classify } from './classify/classify.ts';
import type { Label } from './classify/label.ts';
import { definitionDigest } from './digest.ts';
import type { Change, ToolDefinition } from './domain.ts';

export type ChangeSide = {
  digest: string;
  /** Absent where the definition was not kept, or the snapshot is of another answer. */
  label?: Label;
};

export type CatalogChange = Omit<Change, 'before' | 'after'> & { before?: ChangeSide; after?: ChangeSide };

type Server = { id: string; title: string; tools: readonly ToolDefinition[] };

/** The newest first. What a tool became is what the next change of it found, or what the snapshot says. */
export function catalogChanges({ id, title, tools }: Server, changes: readonly Change[]): CatalogChange[] {
  const toolNames = tools.map(({ name }) => name);
  const known = new Map<string, ToolDefinition>();
  for (const tool of tools) known.set(definitionDigest(tool), tool);
  for (const { before } of changes) {
    const definition = before?.definition;
    if (definition && definitionDigest(definition) === before.digest) known.set(before.digest, definition);
  }
  const side = ({ digest }: { digest: string }): ChangeSide => {
    const definition = known.get(digest);
    return { digest, ...(definition && { label: classify(definition, { id, title, toolNames }) }) };
  };
  return changes
    .map(
      ({ before, after, ...change }): CatalogChange => ({
        ...change,
        ...(before && { before: side(before) }),
        ...(after && { after: side(after) }),
      }),
    )
    .reverse();
}
