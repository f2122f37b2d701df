/** Reads a file that tells a client or a registry of MCP servers, whichever of the known forms it has. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { clientServers } from './client-config.ts';
import { type Declared, failed } from './declaration.ts';
import { registryServer } from './registry-entry.ts';

type Foreign = { [key: string]: unknown };
const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `file` is how problems name it. Comments and trailing commas are allowed, since editors allow them. */
export function declarationsIn(text: string, file: string): Declared {
  const errors: ParseError[] = [];
  const json: unknown = parse(text.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    const problems = errors.slice(0, 5).map(({ error, offset }) => {
      const before = text.slice(0, offset).split('\n');
      return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: not JSON (${printParseErrorCode(error)}). Correct it there.`;
    });
    return failed(...problems);
  }
  return merged(parts(json, file)) ?? failed(unknownForm(file));
}

/** The forms, each by the keys that tell it. A registry's API wraps an entry in `server`, or many in `servers`. */
function parts(json: unknown, file: string): Declared[] {
  if (!isObject(json)) return [];
  const { mcpServers, servers, inputs, mcp, server } = json;
  const settings = isObject(mcp) && isObject(mcp['servers']) ? mcp : undefined;
  return [
    isObject(mcpServers) && clientServers(mcpServers, { file, at: 'mcpServers', inputs }),
    isObject(servers) && clientServers(servers, { file, at: 'servers', inputs }),
    settings && clientServers(settings['servers'] as Foreign, { file, at: 'mcp.servers', inputs: settings['inputs'] }),
    (Array.isArray(json['packages']) || Array.isArray(json['remotes'])) && registryServer(json, file),
    isObject(server) && registryServer(server, `${file}: server`),
    Array.isArray(servers) &&
      merged(
        servers.map((each, n) =>
          registryServer(isObject(each) && 'server' in each ? each['server'] : each, `${file}: servers[${n}]`),
        ),
      ),
  ].filter((each): each is Declared => typeof each === 'object');
}

function merged(all: Declared[]): Declared | undefined {
  if (all.length === 0) return undefined;
  return {
    declarations: all.flatMap(({ declarations }) => declarations),
    problems: all.flatMap(({ problems }) => problems),
  };
}

const unknownForm = (file: string) =>
  `${file}: no MCP servers in it. It should hold "mcpServers" or "servers", as a client's mcp.json does, or be a registry's server.json with "packages" or "remotes".`;
