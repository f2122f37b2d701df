/** A server that is an npm package, from what npm says of it. */
import { z } from 'zod';
import { type Declared, type Draft, failed, isWebAddress } from './declaration.ts';

const manifest = z.looseObject({
  name: z.string().min(1),
  version: z.string().min(1),
  license: z.union([z.string(), z.looseObject({ type: z.string() }).transform(({ type }) => type)]).optional(),
  repository: z.union([z.string(), z.looseObject({ url: z.string() }).transform(({ url }) => url)]).optional(),
  homepage: z.string().optional(),
  author: z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]).optional(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
});
type Manifest = z.infer<typeof manifest>;

/** `name`, `@scope/name`, either with a version, a range or a tag. */
export const isNpmPackage = (text: string) => /^(?:@[\w.-]+\/)?\w[\w.-]*(?:@[\w.^~<>=*-]+)?$/.test(text);

/**
 * `said`: the parsed answer of `npm view <wanted> --json`, a list where several versions match. The version is pinned,
 * so that what was asked is what runs.
 */
export function npmServer(said: unknown, wanted: string): Declared {
  const read = manifest.safeParse(Array.isArray(said) ? said.at(-1) : said);
  if (!read.success) return failed(`npm:${wanted}: npm's answer is not a package. Check the name and the version.`);
  const { name, version, license = '', repository = '', homepage, author, bin } = read.data;
  const command = commandOf(read.data);
  if (command === undefined)
    return failed(`npm:${wanted}: the package has no command, so it is no server to start. Check the name.`);
  const plain = name.replace(/^@[^/]+\//, '');
  const notes: string[] = [];
  const commands = typeof bin === 'object' ? Object.keys(bin) : [];
  if (command !== plain && new Set(Object.values(bin ?? {})).size > 1)
    notes.push(`It has the commands ${commands.join(', ')}: check that ${command} is the server.`);
  const address = webAddress(repository);
  const publisher = author?.replace(/\s*[<(].*$/, '').trim();
  const spec = `${name}@${version}`;
  const server: Draft = {
    ...(publisher && { publisher }),
    ...(address && { repository: address }),
    ...(homepage && isWebAddress(homepage) && !homepage.startsWith(address ?? '\n') && { homepage }),
    ...(license && !/^(?:see license|unlicensed$)/i.test(license) && { license }),
    transport: {
      type: 'stdio',
      command: 'npx',
      args: isDefault(command, read.data) ? ['-y', spec] : ['-y', '--package', spec, command],
    },
  };
  return { declarations: [{ name: shortName(name), server, notes }], problems: [] };
}

/** The command that npx would run by itself; else the one that sounds like a server. */
function commandOf({ name, bin }: Manifest): string | undefined {
  const plain = name.replace(/^@[^/]+\//, '');
  if (typeof bin === 'string') return plain;
  const commands = Object.keys(bin ?? {});
  return commands.includes(plain) ? plain : (commands.find((each) => /mcp/i.test(each)) ?? commands[0]);
}

function isDefault(command: string, { name, bin }: Manifest): boolean {
  const plain = name.replace(/^@[^/]+\//, '');
  return command === plain || (typeof bin === 'object' && new Set(Object.values(bin)).size === 1);
}

/** `@maker/mcp` says more by its maker than by its name. */
function shortName(name: string): string {
  const [, scope, plain = name] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  return scope && /^(?:mcp|server|mcp-server|server-mcp)$/.test(plain) ? scope : plain;
}

/** The forms that npm allows: a git address, `github:owner/name`, `owner/name`. */
function webAddress(repository: string): string | undefined {
  const [, host = 'github', path] =
    /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(repository) ?? [];
  if (path) return `https://${host}.${host === 'bitbucket' ? 'org' : 'com'}/${path}`;
  const address = repository
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/|git:\/\/)?(?:git@)?([\w.-]+\.[a-z]+)[:/](?!\/)/, 'https://$1/')
    .replace(/\.git$/, '');
  return isWebAddress(address) ? address : undefined;
}
