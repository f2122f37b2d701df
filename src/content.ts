/** Reads a content folder: what people declared, what servers answered, and how the last asking went. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { readAsk } from './cache.ts';
import { buildCatalog, type Catalog, type ServerContent } from './catalog.ts';
import { readPeopleFile, suggestion } from './content/people-file.ts';
import { changeLog, type DeclaredServer, declaredServer, idPattern, type Site, site, snapshot } from './domain.ts';

const catalogs = Symbol.for('loaded catalogs');

export type Content = { site: Site; servers: ServerContent[] };

/** `CONTENT_DIR`, or the project's own. */
export const contentDir = () => process.env['CONTENT_DIR'] || 'content';

/**
 * All that is declared, by id. `problems` has one line for each fault of a file: where, what, and what to do. With
 * `ids`, an id that is not declared is a problem too.
 */
export function readDeclaredServers(folder: string, ids: readonly string[] = []) {
  const servers = new Map<string, DeclaredServer>();
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const name of globSync('*.{yaml,yml,json}', { cwd: join(folder, 'servers') }).sort()) {
    const file = join(folder, 'servers', name);
    const id = basename(name).replace(/\.[a-z]+$/, '');
    const twin = seen.get(id);
    if (name.endsWith('.json'))
      problems.push(`${file}: servers are declared in YAML. Write it with: npm run add -- ${file}`);
    else if (!idPattern.test(id)) {
      problems.push(`${file}: "${id}" is no id. Name the file with lower-case letters, digits, - and _, 100 at most.`);
    } else if (twin) problems.push(`${file}: ${twin} declares "${id}" already. Keep one of them.`);
    else {
      seen.set(id, file);
      const read = readPeopleFile(declaredServer, readFileSync(file, 'utf8'), file);
      if (read.ok) servers.set(id, read.value);
      else problems.push(...read.problems);
    }
  }
  for (const id of ids) {
    if (seen.has(id)) continue;
    problems.push(`No server "${id}" is declared in ${join(folder, 'servers')}. ${suggestion(id, [...seen.keys()])}`);
  }
  return { servers, problems };
}

/** The whole folder. With `problems` the content is what could be read, and must not be published. */
export function readContent(folder: string): { content: Content; problems: string[] } {
  const siteFile = join(folder, 'site.yaml');
  const about = readPeopleFile(site, existsSync(siteFile) ? readFileSync(siteFile, 'utf8') : '', siteFile);
  const { servers, problems } = readDeclaredServers(folder);
  if (!existsSync(folder))
    problems.push(`${folder}: there is no such folder. CONTENT_DIR names the folder with servers/.`);
  if (!about.ok) problems.push(...about.problems);
  const read = [...servers].map(([id, declared]): ServerContent => {
    const said = readMachineFile(
      snapshot,
      join(folder, 'snapshots', `${id}.json`),
      id,
      `delete it and run: npm run snapshot -- ${id}`,
    );
    if (said && !said.ok) problems.push(said.problem);
    const log = readMachineFile(changeLog, join(folder, 'changes', `${id}.json`), id, 'delete it.');
    if (log && !log.ok) problems.push(log.problem);
    const last = readAsk(folder, id);
    return {
      id,
      declared,
      ...(said?.ok && { snapshot: said.value }),
      ...(last && { ask: last }),
      ...(log?.ok && { changes: log.value.changes }),
    };
  });
  return { content: { site: about.ok ? about.value : site.parse({}), servers: read }, problems };
}

/** Snapshots and changes of servers that nobody declares any more: not published. */
export function orphanSnapshots(folder: string, content: Content): string[] {
  const known = new Set(content.servers.map(({ id }) => `${id}.json`));
  return ['snapshots', 'changes'].flatMap((part) =>
    globSync('*.json', { cwd: join(folder, part) })
      .filter((name) => !known.has(name))
      .sort()
      .map((name) => `${join(folder, part, name)}: no server of this id is declared. Declare it, or delete the file.`),
  );
}

/** Pages are bundled apart from what indexes them, so this module is there twice in one build; the catalog is once. */
const shared = globalThis as { [catalogs]?: Map<string, Catalog> };
shared[catalogs] ??= new Map();
const loaded = shared[catalogs];

/** The catalog of a content folder, read once in a process. Throws one error that holds every problem. */
export async function loadCatalog(folder = contentDir()): Promise<Catalog> {
  const before = loaded.get(folder);
  if (before && !import.meta.env?.DEV) return before;
  const { content, problems } = readContent(folder);
  if (problems.length > 0) throw new Error(`The content has problems:\n${problems.join('\n')}`);
  const catalog = buildCatalog(content.site, content.servers);
  loaded.set(folder, catalog);
  return catalog;
}

type ReadFile<T> = { ok: true; value: T } | { ok: false; problem: string };

/** A file that the catalog itself wrote. `repair` follows “Restore it, or”. */
function readMachineFile<T extends { server: string }>(
  schema: z.ZodType<T>,
  file: string,
  id: string,
  repair: string,
): ReadFile<T> | undefined {
  if (!existsSync(file)) return undefined;
  const fails = (what: string): ReadFile<T> => ({ ok: false, problem: `${file}: ${what}. Restore it, or ${repair}` });
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return fails(`${issue?.path.join('.')}: ${issue?.message}`);
    }
    return parsed.data.server === id
      ? { ok: true, value: parsed.data }
      : fails(`is of the server "${parsed.data.server}"`);
  } catch (error) {
    return fails(`not JSON (${error instanceof Error ? error.message : error})`);
  }
}
