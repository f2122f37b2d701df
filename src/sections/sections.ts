/** The sections of a tool's page: every `sections/NN-name.astro`, in order of its number. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ToolPage } from '../page/tool.ts';

type Section = {
  default: AstroComponentFactory;
  title: (page: ToolPage) => string;
  /** Whether the page shows it; always, where absent. */
  when?: (page: ToolPage) => boolean;
};

const modules = Object.entries(import.meta.glob<Section>('./*.astro', { eager: true })).sort(([a], [b]) =>
  a < b ? -1 : 1,
);

/** The sections that this page shows; `id` is the name in the file's name, and the fragment of its address. */
export function sectionsOf(page: ToolPage): { id: string; title: string; Section: AstroComponentFactory }[] {
  return modules
    .filter(([, section]) => section.when?.(page) ?? true)
    .map(([file, section]) => ({
      id: file.replace(/^.*\/\d+-|\.astro$/g, ''),
      title: section.title(page),
      Section: section.default,
    }));
}
