/** The names file: all that the browser needs to find, label and link every tool, as small as it gets. */
import type { Category, Risk } from '../domain.ts';

/** `u` stands for Unclear: a Write tool that says nothing of itself. */
const codes = {
  r: ['read', 'low'],
  w: ['write', 'medium'],
  e: ['execute', 'high'],
  d: ['destructive', 'critical'],
  f: ['financial', 'critical'],
  u: ['write', 'medium'],
} as const satisfies Record<string, readonly [Category, Risk]>;
export type Code = keyof typeof codes;

// The values of `domain.ts` would bring a schema library into the browser.
export const categories = ['read', 'write', 'execute', 'destructive', 'financial'] as const satisfies Category[];
export const risks = ['low', 'medium', 'high', 'critical'] as const satisfies Risk[];

export type NamesFile = {
  /** Servers in the catalog's order: id, title, one code a tool, names, and the slugs that differ from the name. */
  servers: [id: string, title: string, codes: string, names: string[], slugs?: [at: number, slug: string][]][];
};

/** One tool as the search knows it. Its place in the list of all tools is its number. */
export type NamedTool = {
  n: number;
  name: string;
  slug: string;
  server: string;
  serverTitle: string;
  category: Category;
  risk: Risk;
  unclear: boolean;
};

/** A tool's one line stands in a file with those of its neighbours: `linesFile(n)`, at place `n % linesPerFile`. */
export const linesPerFile = 100;
export const linesFile = (n: number) => `search/lines/${Math.floor(n / linesPerFile)}.json`;
export const namesFile = 'search/names.json';

/** The tools of a names file, in order. */
export function namedTools(file: NamesFile): NamedTool[] {
  const tools: NamedTool[] = [];
  for (const [server, serverTitle, letters, names, slugs = []] of file.servers) {
    const other = new Map(slugs);
    for (const [index, name] of names.entries()) {
      const code = (letters[index] ?? 'u') as Code;
      const [category, risk] = codes[code] ?? codes.u;
      const slug = other.get(index) ?? name;
      tools.push({ n: tools.length, name, slug, server, serverTitle, category, risk, unclear: code === 'u' });
    }
  }
  return tools;
}

/** The letter of a category. */
export const codeOf = (category: Category, unclear: boolean): Code => (unclear ? 'u' : (category[0] as Code));
