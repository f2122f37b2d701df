/** Whether a content folder has guides: Astro warns of a collection that is asked for and empty. */
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** `folder` is a content folder; it may be missing. */
export const hasGuides = (folder: string): boolean => globSync('guides/*.mdx', { cwd: folder }).length > 0;

/** Where they are, for Astro's loader. */
export const guidesFolder = (folder: string): string => join(folder, 'guides');
