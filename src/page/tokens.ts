/** What tools cost before they are called. */
import type { CatalogTool } from '../catalog.ts';

/** What the definition costs in a model's context, at four characters a token. */
export const tokensOf = ({ definition: { name, description, inputSchema } }: CatalogTool): number =>
  Math.ceil(JSON.stringify({ name, description, inputSchema }).length / 4);
