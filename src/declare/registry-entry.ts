/** A server as the official registry describes it: `server.json`, schema 2025-09-29 and later. */
import { z } from 'zod';
import {
  type Declared,
  type Draft,
  type DraftTransport,
  failed,
  isWebAddress,
  reference,
  variableName,
} from './declaration.ts';

const input = z.looseObject({
  value: z.string().optional(),
  default: z.string().optional(),
  isRequired: z.boolean().default(false),
  isSecret: z.boolean().default(false),
});
const withVariables = input.extend({ variables: z.record(z.string(), input).default({}) });
const keyValue = withVariables.extend({ name: z.string().min(1) });
const argument = z.discriminatedUnion('type', [
  keyValue.extend({ type: z.literal('named') }),
  withVariables.extend({ type: z.literal('positional'), valueHint: z.string().optional() }),
]);
const serverPackage = z.looseObject({
  registryType: z.string(),
  identifier: z.string().min(1),
  version: z.string().optional(),
  runtimeHint: z.string().optional(),
  transport: z.looseObject({ type: z.string() }).optional(),
  runtimeArguments: z.array(argument).default([]),
  packageArguments: z.array(argument).default([]),
  environmentVariables: z.array(keyValue).default([]),
});
const remote = z.looseObject({
  type: z.enum(['streamable-http', 'sse']),
  url: z.string(),
  headers: z.array(keyValue).default([]),
  variables: z.record(z.string(), input).default({}),
});
const serverJson = z.looseObject({
  name: z.string().min(1),
  title: z.string().optional(),
  repository: z.looseObject({ url: z.string() }).optional(),
  websiteUrl: z.string().optional(),
  packages: z.array(serverPackage).default([]),
  remotes: z.array(remote).default([]),
});
type Input = z.infer<typeof withVariables>;
type Argument = z.infer<typeof argument>;
type Package = z.infer<typeof serverPackage>;
type Remote = z.infer<typeof remote>;

/** A package that runs over stdio is preferred, in the order given; else the newest kind of remote. */
export function registryServer(json: unknown, where: string): Declared {
  const read = serverJson.safeParse(json);
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path, message }) => `${where}: ${path.join('.')}: ${message}. See the schema that "$schema" names.`,
    );
    return failed(...problems);
  }
  const { name, title, repository, websiteUrl, packages, remotes } = read.data;
  const local = packages.find((each) => runnerOf(each) && (each.transport?.type ?? 'stdio') === 'stdio');
  const distant = remotes.find(({ type }) => type === 'streamable-http') ?? remotes[0];
  const short = name.split('/').at(-1) ?? name;
  const transport = local ? launched(local, short) : distant && reached(distant, short);
  if (!transport) return failed(nothingToAsk(where, packages));
  const publisher = /^io\.github\.([^/]+)\//.exec(name)?.[1];
  const server: Draft = {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(repository && isWebAddress(repository.url) && { repository: repository.url }),
    ...(websiteUrl && isWebAddress(websiteUrl) && { homepage: websiteUrl }),
    transport,
  };
  return { declarations: [{ name: short, server, notes: local ? optional(local) : [] }], problems: [] };
}

function nothingToAsk(where: string, packages: Package[]): string {
  const offered = packages.map(({ registryType, transport }) => `${registryType} over ${transport?.type ?? 'stdio'}`);
  return `${where}: nothing to ask: ${offered.join(', ') || 'no package and no remote'}. Known are ${Object.keys(runners).join(', ')} over stdio, and remotes; else declare it by hand.`;
}

type Parts = { runtime: string[]; own: string[]; environment: string[] };

/** By `registryType`: the command, and its arguments before those of the server. */
const runners: { [type: string]: { command: string; args: (each: Package, parts: Parts) => string[] } } = {
  npm: {
    command: 'npx',
    args: (each, { runtime, own }) => ['-y', ...runtime.filter((arg) => arg !== '-y'), pinned(each, '@'), ...own],
  },
  pypi: { command: 'uvx', args: (each, { runtime, own }) => [...runtime, pinned(each, '@'), ...own] },
  oci: {
    command: 'docker',
    args: (each, { runtime, own, environment }) => [
      ...(runtime[0] === 'run' ? [] : ['run', '-i', '--rm']),
      ...runtime,
      ...environment.flatMap((name) => ['-e', name]),
      pinned(each, ':'),
      ...own,
    ],
  },
  nuget: {
    command: 'dnx',
    args: (each, { runtime, own }) => [
      pinned(each, '@'),
      '--yes',
      ...runtime,
      ...(own.length > 0 ? ['--', ...own] : []),
    ],
  },
};

const runnerOf = ({ registryType }: Package) =>
  Object.hasOwn(runners, registryType) ? runners[registryType] : undefined;

/** An image's identifier may hold its tag or digest already. */
function pinned({ identifier, version }: Package, mark: '@' | ':'): string {
  const last = identifier.split('/').at(-1) ?? '';
  const already = mark === ':' ? /[:@]/.test(last) : last.includes('@');
  return already || !version ? identifier : `${identifier}${mark}${version}`;
}

function launched(each: Package, server: string): DraftTransport | undefined {
  const runner = runnerOf(each);
  if (!runner) return undefined;
  const env = Object.fromEntries(
    each.environmentVariables.flatMap((variable) => {
      const value = filledIn(variable, variable.name, true);
      return value === undefined ? [] : [[variable.name, value]];
    }),
  );
  const args = (given: Argument[]) => given.flatMap((argument) => written(argument, server));
  const parts = {
    runtime: args(each.runtimeArguments),
    own: args(each.packageArguments),
    environment: Object.keys(env),
  };
  return { type: 'stdio', command: each.runtimeHint ?? runner.command, args: runner.args(each, parts), env };
}

function written(given: Argument, server: string): string[] {
  switch (given.type) {
    case 'named': {
      const value = filledIn(given, variableName(server, given.name), false);
      if (value !== undefined) return [given.name, value];
      return given.isRequired || given.value === '' ? [given.name] : [];
    }
    case 'positional': {
      const value = filledIn(given, variableName(server, given.valueHint ?? 'argument'), false);
      return value === undefined ? [] : [value];
    }
    default:
      return given satisfies never;
  }
}

function reached({ url, headers, variables }: Remote, server: string): DraftTransport {
  return {
    type: 'http',
    url: filled(url, variables),
    headers: Object.fromEntries(
      headers.flatMap((header) => {
        const value = filledIn(header, variableName(server, header.name), false);
        return value === undefined ? [] : [[header.name, value]];
      }),
    ),
  };
}

/** A fixed value, else a variable with its default; undefined where it may be left out. */
function filledIn(given: Input, name: string, changeable: boolean): string | undefined {
  if (given.value !== undefined) return given.value === '' ? undefined : filled(given.value, given.variables);
  if (given.default !== undefined && !given.isSecret) {
    return changeable ? reference(name, given.default) : given.default;
  }
  return given.isRequired ? reference(name) : undefined;
}

/** `{name}` by its variable; what no variable explains stays. */
function filled(template: string, variables: { [name: string]: z.infer<typeof input> }): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (all, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!variable) return all;
    return variable.value ?? (variable.isSecret ? undefined : variable.default) ?? reference(variableName(name));
  });
}

function optional({ environmentVariables }: Package): string[] {
  const names = environmentVariables
    .filter((each) => !each.isRequired && each.value === undefined && (each.default === undefined || each.isSecret))
    .map(({ name }) => name);
  return names.length > 0 ? [`Optional, and left out: ${names.join(', ')}. Add them under env if it needs them.`] : [];
}
