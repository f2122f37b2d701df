/** All formats at once, for whoever writes every one of them. */
import { formats } from './formats.ts';
import type { Snippet } from './snippet.ts';

export const snippets: readonly Snippet[] = await Promise.all([...formats.values()].map((load) => load()));
