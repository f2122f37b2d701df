/** What the build writes for the search: the names file, the lines, and the records that Pagefind indexes. Pure. */
import type { Catalog, CatalogServer, CatalogTool } from '../catalog.ts';
import { foreignName, foreignText } from '../page/foreign.ts';
import { clip, firstSentence } from '../page/summary.ts';
import { codeOf, linesPerFile, type NamesFile } from './names.ts';
import { wordsOf } from './words.ts';

/** A name longer than this is cut in the list of results; its page shows it whole. */
const longestName = 120;
const longestText = 2000;

/** What a result shows of a name or a title: one bounded line in which nothing hides. */
const shown = (text: string) => foreignText(clip(foreignName(text).replaceAll(/\s+/g, ' '), longestName));

export const namesOf = (catalog: Catalog): NamesFile => ({
  servers: catalog.servers.map((server) => {
    const names = server.tools.map((tool) => shown(tool.definition.name));
    const slugs = server.tools.flatMap(({ slug }, at): [number, string][] => (slug === names[at] ? [] : [[at, slug]]));
    const letters = server.tools.map(({ label }) => codeOf(label.category, label.unclear)).join('');
    const title = shown(server.title);
    return slugs.length > 0 ? [server.id, title, letters, names, slugs] : [server.id, title, letters, names];
  }),
});

/** One line a tool, empty where the server gives no description; cut into files of `linesPerFile`. */
export function linesOf(catalog: Catalog): string[][] {
  const lines = toolsOf(catalog).map(({ tool }) => foreignText(firstSentence(tool.definition.description, 140) ?? ''));
  return Array.from({ length: Math.ceil(lines.length / linesPerFile) }, (_, file) =>
    lines.slice(file * linesPerFile, (file + 1) * linesPerFile),
  );
}

/** Short on purpose: whole pages cost five times the time and seven times the memory, and find no more. */
export type TextRecord = {
  /** Pagefind wants an address; the browser makes the real one from the tool's number. */
  url: string;
  language: 'en';
  content: string;
  filters: { risk: string[]; category: string[]; server: string[] };
};

/** One record a tool that says something beyond its name. */
export const recordsOf = (catalog: Catalog): TextRecord[] =>
  toolsOf(catalog).flatMap(({ server, tool }, n) => {
    const { name, title = '', description = '' } = tool.definition;
    if (`${title}${description}`.trim() === '') return [];
    const content = [name.slice(0, longestName), wordsOf(name).join(' '), title, server.title, description];
    return {
      url: `/${n}`,
      language: 'en',
      content: searchable(content.map((text) => text.slice(0, longestText)).join('\n')),
      filters: { risk: [tool.label.risk], category: [tool.label.category], server: [server.id] },
    };
  });

/** Pagefind dies of half a character; what cannot be seen must not part a word, nor a control join two. */
const searchable = (text: string) =>
  text
    .slice(0, longestText)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}]+/gu, ' ');

const toolsOf = (catalog: Catalog): { server: CatalogServer; tool: CatalogTool }[] =>
  catalog.servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));
