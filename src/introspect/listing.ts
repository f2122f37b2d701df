/** Reads everything that a server lists, within bounds: what it declares, its tools, and how many prompts and resources. */
import type { Conversation } from './generation.ts';
import { keepTools } from './keep-tools.ts';
import type { Dropped, ServerAnswer } from './server-answer.ts';
import { isObject } from './wire.ts';

const maxPages = 1_000;
/** More tools than any server has; a bit more than are kept, so that what was left out can be said. */
const maxEntries = 10_001;
const methodNotFound = -32601;

export async function readAnswer(conversation: Conversation): Promise<ServerAnswer> {
  const { hello } = conversation;
  const declared = isObject(hello.capabilities) ? hello.capabilities : {};
  const listed = await readTools(conversation, 'tools' in declared);
  const { tools, dropped } = keepTools(listed.entries);
  const prompts = 'prompts' in declared ? await count(conversation, 'prompts') : undefined;
  const resources = 'resources' in declared ? await count(conversation, 'resources') : undefined;
  return {
    protocolVersion: typeof hello.protocolVersion === 'string' ? hello.protocolVersion : 'unknown',
    ...(isObject(hello.serverInfo) && { serverInfo: texts(hello.serverInfo) }),
    ...(typeof hello.instructions === 'string' && { instructions: hello.instructions }),
    ...(isObject(hello.capabilities) && { capabilities: hello.capabilities as ServerAnswer['capabilities'] & object }),
    tools,
    dropped: [...dropped, ...listed.dropped],
    ...(prompts !== undefined && { prompts }),
    ...(resources !== undefined && { resources }),
  };
}

/** A server that declares no tools and knows no `tools/list` has none; many declare nothing and have some. */
async function readTools(conversation: Conversation, declared: boolean): Promise<Pages> {
  try {
    return await pages(conversation, 'tools');
  } catch (error) {
    if (!declared && isObject(error) && error['code'] === methodNotFound) return { entries: [], dropped: [] };
    throw error;
  }
}

async function count(conversation: Conversation, what: 'prompts' | 'resources'): Promise<number | undefined> {
  try {
    return (await pages(conversation, what)).entries.length;
  } catch {
    return undefined;
  }
}

type Pages = { entries: unknown[]; dropped: Dropped[] };

async function pages(conversation: Conversation, what: 'tools' | 'prompts' | 'resources'): Promise<Pages> {
  const entries: unknown[] = [];
  const cursors = new Set<string>();
  const stopped = (reason: string): Pages => ({ entries, dropped: [{ name: `${what}/list`, reason }] });
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const result = await conversation.list(what, cursor);
    const found = isObject(result) ? result[what] : undefined;
    if (!Array.isArray(found)) {
      if (page === 0) throw new NotAList(what);
      return stopped(`Page ${page + 1} was not a list, so the rest was left out.`);
    }
    for (const entry of found.slice(0, maxEntries - entries.length)) entries.push(entry);
    const next = (result as { nextCursor?: unknown }).nextCursor;
    if (next === undefined || next === null || next === '') return { entries, dropped: [] };
    if (entries.length >= maxEntries) return { entries, dropped: [] };
    if (typeof next !== 'string')
      return stopped('The cursor of the next page was not a string, so the rest was left out.');
    if (cursors.has(next)) return stopped('The same cursor came twice, so the rest was left out.');
    cursors.add(next);
    cursor = next;
  }
  return stopped(`There were more than ${maxPages.toLocaleString('en')} pages, so the rest was left out.`);
}

/** The answer to a list request held no list. */
class NotAList extends Error {
  constructor(what: string) {
    super(`The answer to ${what}/list holds no list of ${what}.`);
    this.name = 'NotAList';
  }
}

/** Name, version and title are texts or nothing; all else stays. */
function texts(info: { [key: string]: unknown }): NonNullable<ServerAnswer['serverInfo']> {
  const named = new Set(['name', 'version', 'title']);
  return Object.fromEntries(
    Object.entries(info).filter(([key, value]) => !named.has(key) || typeof value === 'string'),
  );
}
