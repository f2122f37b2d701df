/** Guides are the only prose that Astro renders itself; everything else comes from the catalog. */

import { defineCollection } from 'astro:content';
import { join, resolve } from 'node:path';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const base = join(resolve(process.env['CONTENT_DIR'] ?? 'content'), 'guides');

export const collections = {
  guides: defineCollection({
    loader: glob({ base, pattern: '*.mdx' }),
    schema: z.strictObject({
      title: z.string(),
      description: z.string(),
      /** Where it stands in the list of guides; lowest first. */
      order: z.number().default(100),
    }),
  }),
};
