/** Guides are the only prose that Astro renders itself; everything else comes from the catalog. */

import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { guidesFolder, hasGuides } from './content/guide-files.ts';
import { contentDir } from './content.ts';

const folder = resolve(contentDir());

export const collections = {
  guides: defineCollection({
    loader: hasGuides(folder) ? glob({ base: guidesFolder(folder), pattern: '*.mdx' }) : () => [],
    schema: z.strictObject({
      title: z.string(),
      description: z.string(),
      /** Where it stands in the list of guides; lowest first. */
      order: z.number().default(100),
    }),
  }),
};
