/** Writes the full-text index into the finished site: Pagefind over short records. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadCatalog } from '../content.ts';
import { recordsOf, type TextRecord } from './records.ts';

/** Runs before the site is put in place, so that an index that fails fails the build. */
export function pagefindIndex(): AstroIntegration {
  return {
    name: 'pagefind-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const records = recordsOf(await loadCatalog());
        await writeIndex(records, fileURLToPath(new URL('pagefind/', dir)));
        logger.info(`${records.length} records`);
      },
    },
  };
}

/** Throws with Pagefind's own words when a record or the index cannot be written. */
async function writeIndex(records: readonly TextRecord[], outputPath: string): Promise<void> {
  // Its binary starts when it is first asked for, and must be ended even when something fails.
  const { close, createIndex } = await import('pagefind');
  try {
    // Records share files: one a tool would double the number of files of the site, and hosts limit that.
    const { index, errors } = await createIndex({ maxFragments: 2000 });
    if (!index) throw new Error(`search index: Pagefind did not start: ${errors.join('; ')}`);
    for (const record of records) refuse(record.url, (await index.addCustomRecord(record)).errors);
    refuse(outputPath, (await index.writeFiles({ outputPath })).errors);
  } finally {
    await close();
  }
  for (const file of await readdir(outputPath)) if (ownInterface.test(file)) await rm(join(outputPath, file));
}

/** Pagefind adds its own search boxes, which no page of ours loads. */
const ownInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

function refuse(what: string, errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`search index: ${what}: ${errors.join('; ')}`);
}
