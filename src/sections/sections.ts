/** The sections of a tool's page: every `sections/NN-name.astro`, in order of its number. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ToolPage } from '../page/tool.ts';

type Section = {
  default: AstroComponentFactory;
  title: (page: ToolPage) => string;
  /** Whether the page shows it; always, where absent. */
  when?: (page: ToolPage) => boolean;
  /** What it says, without its heading. */
  markdown: (page: ToolPage) => string;
};

const modules = Object.entries(import.meta.glob<Section>('./*.astro', { eager: true })).sort(([a], [b]) =>
  a < b ? -1 : 1,
);

type ShownSection = Pick<Section, 'markdown'> & { id: string; title: string; Section: AstroComponentFactory };

for (const [file, { title, markdown }] of modules) {
  if (!title || !markdown) throw new Error(`src/sections/${file}: a section exports its title and its markdown.`);
}

/** The sections that this page shows; `id` is the name in the file's name, and the fragment of its address. */
export function sectionsOf(page: ToolPage): ShownSection[] {
  return modules
    .filter(([, section]) => section.when?.(page) ?? true)
    .map(([file, section]) => ({
      id: file.replace(/^.*\/\d+-|\.astro$/g, ''),
      title: section.title(page),
      Section: section.default,
      markdown: section.markdown,
    }));
}
