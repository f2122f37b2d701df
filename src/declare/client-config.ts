/** Servers as clients write them down: `mcpServers` (Claude, Cursor and others) and `servers` (VS Code). */
import { z } from 'zod';
import { type Declaration, type Declared, type DraftTransport, reference, variableName } from './declaration.ts';

type Source = { file: string; at: string; inputs?: unknown };

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const entry = z.looseObject({
  type: z.string().optional(),
  command: z.string().min(1).optional(),
  args: z.array(text).default([]),
  env: z.record(z.string(), text.nullable()).default({}),
  url: z.string().optional(),
  serverUrl: z.string().optional(),
  httpUrl: z.string().optional(),
  headers: z.record(z.string(), text).default({}),
});
type Entry = z.infer<typeof entry>;

const input = z.looseObject({ id: z.string(), password: z.boolean().default(false), default: z.string().optional() });
type Input = z.infer<typeof input>;

export function clientServers(servers: { [name: string]: unknown }, source: Source): Declared {
  const inputs = new Map(
    (Array.isArray(source.inputs) ? source.inputs : []).flatMap((each) => {
      const { data } = input.safeParse(each);
      return data ? [[data.id, data] as const] : [];
    }),
  );
  const declared: Declared = { declarations: [], problems: [] };
  for (const [name, value] of Object.entries(servers)) {
    const where = `${source.file}: ${source.at}.${name}`;
    const read = entry.safeParse(value);
    if (!read.success)
      declared.problems.push(...read.error.issues.map((issue) => ({ name, text: fault(where, issue) })));
    else if (read.data.command === undefined && address(read.data) === undefined)
      declared.problems.push({
        name,
        text: `${where}: neither "command" nor "url". Give it one, or choose others with --server.`,
      });
    else declared.declarations.push(declaration(name, read.data, inputs));
  }
  return declared;
}

const address = ({ url, httpUrl, serverUrl }: Entry) => url ?? httpUrl ?? serverUrl;

function fault(where: string, { path, message }: z.core.$ZodIssue): string {
  return `${[where, ...path].join('.')}: ${message}. Correct it, or choose other servers with --server.`;
}

function declaration(name: string, given: Entry, inputs: Map<string, Input>): Declaration {
  const notes: string[] = [];
  const fill = (value: string) => withVariables(value, inputs, (note) => notes.push(note));
  const fillAll = (values: { [key: string]: string }) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(value)]));
  for (const key of ['cwd', 'envFile', 'dev']) {
    if (key in given) notes.push(`"${key}" was left out: a server is asked in an empty folder.`);
  }
  const url = address(given);
  const transport: DraftTransport =
    given.command !== undefined
      ? { type: 'stdio', ...command(fill(given.command), given.args.map(fill)), env: fillAll(present(given.env)) }
      : { type: 'http', url: fill(url ?? ''), headers: fillAll(given.headers) };
  return { name, server: { transport }, notes: [...new Set(notes)] };
}

const present = (env: { [name: string]: string | null }) =>
  Object.fromEntries(Object.entries(env).filter((each): each is [string, string] => each[1] !== null));

/** On Windows clients start npx through a shell, which no other system has. */
function command(program: string, args: string[]): { command: string; args: string[] } {
  const [flag, inner, ...rest] = args;
  return /^cmd(?:\.exe)?$/i.test(program) && flag?.toLowerCase() === '/c' && inner
    ? { command: inner, args: rest }
    : { command: program, args };
}

/** VS Code's `${input:id}` and `${env:NAME}` as variables of ours. What only an editor knows is noted. */
function withVariables(value: string, inputs: Map<string, Input>, note: (text: string) => void): string {
  return value.replaceAll(/\$\{([^}:]+)(?::([^}]*))?\}/g, (all, kind: string, rest?: string) => {
    if (kind === 'env' && rest) return reference(rest);
    if (kind === 'input' && rest) {
      const asked = inputs.get(rest);
      return reference(variableName(rest), asked?.password ? undefined : asked?.default);
    }
    if (/^(?:workspaceFolder|workspaceFolderBasename|userHome|cwd|file\w*|pathSeparator|\/)$/.test(kind))
      note(`It uses ${all}, which only an editor knows: write a path, or set a variable of that name.`);
    return all;
  });
}
