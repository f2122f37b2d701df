/** From what a source declares to the files to write: ids, secrets, validity. Nothing is written here. */
import { Document, isMap } from 'yaml';
import { declaredServer, idPattern } from '../domain.ts';
import type { Declaration, Declared, Draft, DraftTransport } from './declaration.ts';
import { redact, type Variable, variableNames } from './redact.ts';

export type PlannedFile = {
  id: string;
  /** What the source called it. */
  name: string;
  text: string;
  /** Whether a file of this id stands there already. */
  replaces: boolean;
  /** To be set where servers are asked: the values that were taken out. */
  variables: Variable[];
  /** To be set as well: what the source has variables for already. */
  wants: string[];
  notes: string[];
};
export type Plan = { files: PlannedFile[]; problems: string[] };
export type PlanOptions = {
  /** Ids that are declared already. */
  taken: readonly string[];
  /** For the one server that there is. */
  id?: string;
  /** Only the servers of these names; all without. */
  only?: readonly string[];
  force?: boolean;
};

/** With problems there are no files: all of a source, or nothing of it. */
export function planFiles(declared: Declared, options: PlanOptions): Plan {
  const { only = [], id: wanted } = options;
  const concerns = (name: string) => only.length === 0 || only.includes(name);
  const chosen = declared.declarations.filter(({ name }) => concerns(name));
  const problems = [
    ...declared.problems.filter(({ name }) => !name || concerns(name)).map(({ text }) => text),
    ...only
      .filter((name) => ![...declared.declarations, ...declared.problems].some((each) => each.name === name))
      .map((name) => `--server ${name}: there is none of that name. There are: ${list(declared.declarations)}.`),
  ];
  if (wanted !== undefined && chosen.length > 1)
    problems.push(`--id ${wanted}: there are ${chosen.length} servers. Choose one with --server: ${list(chosen)}.`);
  if (wanted !== undefined && !idPattern.test(wanted))
    problems.push(`--id ${wanted}: not an id. Use a to z, 0 to 9, - and _, at most 100, such as ${idOf(wanted)}.`);
  const standing = new Set(options.taken.map((id) => id.toLowerCase()));
  const used = new Set<string>();
  const names = variableNames();
  const files = chosen.map((declaration) => {
    const id = wanted ?? unused(idOf(declaration.name), used);
    used.add(id);
    const { transport, variables } = redact(declaration.server.transport, id, names);
    const server = { ...declaration.server, transport };
    problems.push(...faults(server, declaration.name));
    const replaces = standing.has(id);
    if (replaces && !options.force)
      problems.push(`${id}: declared already. Overwrite it with --force, or choose another name with --id.`);
    return {
      id,
      name: declaration.name,
      text: yamlOf(server),
      replaces,
      variables,
      wants: variablesIn(transport).filter((name) => !variables.some((each) => each.name === name)),
      notes: notesOf(declaration),
    };
  });
  return problems.length > 0 ? { files: [], problems } : { files, problems };
}

const list = (declarations: Declaration[]) => declarations.map(({ name }) => name).join(', ') || 'none';

/** A valid id that reads like the name. */
export function idOf(name: string): string {
  const id = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .slice(0, 96)
    .replaceAll(/^[_-]+|[_-]+$/g, '');
  // Windows has devices of these names, whatever a file's ending.
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id)) return `${id}-server`;
  return id || 'server';
}

function unused(id: string, used: ReadonlySet<string>): string {
  const more = Array.from({ length: used.size }, (_, n) => `${id}-${n + 2}`);
  return [id, ...more].find((each) => !used.has(each)) ?? id;
}

/** Those without a default. */
const variablesIn = (transport: DraftTransport) => [
  ...new Set([...JSON.stringify(transport).matchAll(/\$\{([A-Za-z_]\w*)\}/g)].map(([, name = '']) => name)),
];

function faults(server: Draft, name: string): string[] {
  const { error } = declaredServer.safeParse(server);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${name}: ${path.join('.')}: ${message}. Correct it at its source, or declare it by hand.`,
  );
}

function notesOf({ notes, server: { transport } }: Declaration): string[] {
  const unpinned = transport.type === 'stdio' && transport.command === 'npx' && !transport.args?.some(isPinned);
  return unpinned
    ? [...notes, 'Its package has no version, so what is asked may change: write package@version.']
    : notes;
}

/** An exact version, or something that is no plain package name. */
const isPinned = (arg: string) => /.@\d+\.\d+\.\d+/.test(arg) || /^(?:[a-z+]+:|\.|\/)/.test(arg);

/** As people write it: short lists on one line, no empty ones. */
function yamlOf({ transport, ...about }: Draft): string {
  const filled = Object.entries(transport).filter(
    ([, value]) => typeof value === 'string' || (value && Object.keys(value).length > 0),
  );
  const document = new Document({ ...about, transport: Object.fromEntries(filled) });
  const part = document.get('transport');
  const args = isMap(part) ? part.get('args', true) : undefined;
  if (args) Object.assign(args, { flow: true });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
