/** A small catalog for the pages' tests. */
import type { Catalog, CatalogServer } from '../../src/catalog.ts';
import { definitionDigest } from '../../src/digest.ts';
import { type Category, declaredServer, site, type ToolDefinition } from '../../src/domain.ts';
import { recommendPolicy } from '../../src/policy/recommend.ts';
import { toolSlugs } from '../../src/slugs.ts';
import { labelOf } from '../policy/labels.ts';

export type ToolSketch = Partial<ToolDefinition> & {
  name: string;
  category?: Category;
  label?: Parameters<typeof labelOf>[0];
};

export function catalogOf(servers: CatalogServer[]): Catalog {
  return { site: site.parse({ title: 'Test Catalog', url: 'https://tools.example' }), servers };
}

export function serverOf(id: string, sketches: ToolSketch[], more: Partial<CatalogServer> = {}): CatalogServer {
  const slugs = toolSlugs(sketches.map(({ name }) => name));
  const labelled = sketches.map(({ category = 'read', label = {}, ...definition }) => ({
    definition: definition as ToolDefinition,
    label: labelOf({ category, ...label }),
  }));
  const policy = recommendPolicy(id, labelled);
  return {
    id,
    title: `Server ${id}`,
    declared: declaredServer.parse({ transport: { type: 'stdio', command: 'node', args: ['server.js'] } }),
    snapshot: {
      server: id,
      capturedAt: '2026-11-22T12:00:00Z',
      protocolVersion: '2025-11-25',
      tools: labelled.map(({ definition }) => definition),
    },
    tools: labelled.map(({ definition, label }, index) => ({
      server: id,
      slug: slugs[index] ?? '',
      definition,
      digest: definitionDigest(definition),
      label,
      rule: policy.tools.get(definition.name) ?? { action: 'deny' },
    })),
    changes: [],
    policy,
    ...more,
  };
}
