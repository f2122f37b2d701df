/** What the server says that its tools are: learnt from every list that passes, and asked for where none has. */
import { definitionDigest } from '../digest.ts';
import { type ToolDefinition, toolDefinition } from '../domain.ts';
import { isObject } from './message.ts';

export type KnownTools = {
  /** Digests of the definitions under a name; empty where the server lists no such tool. */
  definitions: (name: string) => readonly string[];
  /** Whether the list may be trusted to be whole, so that a name not in it is unknown. */
  isComplete: () => boolean;
  /** Goes up when the server says that its list has changed: an answer to what was asked before tells nothing. */
  edition: () => number;
  /** One page as the server sent it, asked for in this edition. `isWhole`: the first page, and the last. */
  learn: (tools: readonly ToolDefinition[], isWhole: boolean) => void;
  /** The server says that its list has changed. */
  forget: () => void;
  /** Lists all tools through `ask` unless that is done. Rejects when the server does not answer in order. */
  complete: (ask: AskPage) => Promise<void>;
};

/** The result of tools/list for a cursor. */
type AskPage = (cursor: string | undefined) => Promise<unknown>;

const mostPages = 1_000;
const mostTools = 100_000;

export function knownTools(): KnownTools {
  let known = new Map<string, Set<string>>();
  let complete = false;
  let edition = 0;
  let listing: Promise<void> | undefined;

  const list = async (ask: AskPage) => {
    for (let round = 0; round < 5; round++) {
      const started = edition;
      const tools = await allTools(ask);
      if (started !== edition) continue;
      known = indexed(tools);
      complete = true;
      return;
    }
    throw new Error('The list of tools changed while it was read, again and again.');
  };
  return {
    definitions: (name) => [...(known.get(name) ?? [])],
    isComplete: () => complete,
    edition: () => edition,
    learn(tools, isWhole) {
      if (isWhole) {
        known = indexed(tools);
        complete = true;
      } else for (const tool of tools) if (known.size < mostTools) add(known, tool);
    },
    forget() {
      known = new Map();
      complete = false;
      edition++;
    },
    complete(ask) {
      if (complete) return Promise.resolve();
      listing ??= list(ask).finally(() => {
        listing = undefined;
      });
      return listing;
    },
  };
}

/** The tools of one page; entries that are no tools are left out. Undefined where it is no list. */
export function toolsOf(result: unknown): ToolDefinition[] | undefined {
  if (!isObject(result) || !Array.isArray(result['tools'])) return undefined;
  return result['tools'].filter(isTool);
}

export const isTool = (value: unknown): value is ToolDefinition => toolDefinition.safeParse(value).success;

async function allTools(ask: AskPage): Promise<ToolDefinition[]> {
  const tools: ToolDefinition[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const result = await ask(cursor);
    tools.push(...(toolsOf(result) ?? noList()));
    const next = isObject(result) ? result['nextCursor'] : undefined;
    if (typeof next !== 'string' || next === cursor) return tools;
    if (tools.length > mostTools) break;
    cursor = next;
  }
  throw new Error('The list of tools does not end.');
}

function noList(): never {
  throw new Error('The server answered tools/list with something else.');
}

function indexed(tools: readonly ToolDefinition[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const tool of tools) add(index, tool);
  return index;
}

function add(index: Map<string, Set<string>>, tool: ToolDefinition): void {
  const digests = index.get(tool.name) ?? new Set();
  if (digests.size < 100) digests.add(digestOr(tool));
  index.set(tool.name, digests);
}

/** A number like 1e400 has no canonical form: what holds one is no definition that somebody pinned. */
function digestOr(tool: ToolDefinition): string {
  try {
    return definitionDigest(tool);
  } catch {
    return 'none';
  }
}
