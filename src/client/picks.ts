/**
 * A person's picks as text, in the browser's storage and in addresses alike:
 * `plex=search_plex,delete_playlist.deny&notes=list_notes`. A tool is named by its slug, and its rule is the recommended
 * one unless a choice follows.
 */

/** What may be chosen in place of the recommended rule. */
const choices = ['allow', 'ask', 'deny'] as const;
export type Choice = 'recommended' | (typeof choices)[number];

/** By server id and slug, in the order of picking. */
export type Picks = Map<string, Map<string, Choice>>;

export const mostPicks = 1_000;
/** Each is a file to ask for. */
export const mostServers = 100;
/** In UTF-16 units: a thousand long names. */
const longest = 64 * 1024;

/** Never throws. `unread` counts the parts that name no tool, and those beyond the bounds. */
export function readPicks(text: string): { picks: Picks; unread: number } {
  const picks: Picks = new Map();
  let unread = text.length > longest ? 1 : 0;
  let left = mostPicks;
  for (const part of decoded(text.slice(0, longest)).split('&').filter(Boolean)) {
    const [server = '', ...rest] = part.split('=');
    const entries = rest.join('=').split(',');
    for (const entry of entries) {
      const pick = readPick(server, entry);
      const hasRoom = left > 0 && (picks.has(server) || picks.size < mostServers);
      if (pick && hasRoom) {
        const tools = picks.get(server) ?? new Map<string, Choice>();
        if (!tools.has(pick.slug)) left -= 1;
        picks.set(server, tools.set(pick.slug, pick.choice));
      } else unread += 1;
    }
  }
  return { picks, unread };
}

/** As in `domain.ts` and `slugs.ts`, whose own patterns would bring a schema library into the browser. */
const serverId = /^[a-z0-9][a-z0-9_-]{0,99}$/;
const toolSlug = /^[A-Za-z0-9_~-]{1,100}$/;

function readPick(server: string, entry: string): { slug: string; choice: Choice } | undefined {
  const [slug = '', word, ...more] = entry.split('.');
  const choice = word === undefined ? 'recommended' : choices.find((known) => known === word);
  if (!serverId.test(server) || !toolSlug.test(slug) || !choice || more.length > 0) return undefined;
  return { slug, choice };
}

/** Some programs encode what stands in an address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Empty where nothing is picked. */
export const writePicks = (picks: Picks): string =>
  [...picks]
    .filter(([, tools]) => tools.size > 0)
    .map(([server, tools]) => `${server}=${[...tools].map(([slug, choice]) => entryOf(slug, choice)).join(',')}`)
    .join('&');

const entryOf = (slug: string, choice: Choice) => (choice === 'recommended' ? slug : `${slug}.${choice}`);

export const countPicks = (picks: Picks): number => [...picks.values()].reduce((sum, { size }) => sum + size, 0);

/** The picks of both; where they differ in a choice, the second's. */
export function mergedPicks(first: Picks, second: Picks): Picks {
  const both: Picks = new Map([...first].map(([server, tools]) => [server, new Map(tools)]));
  for (const [server, tools] of second) {
    both.set(server, new Map([...(both.get(server) ?? []), ...tools]));
  }
  return both;
}

/** `1 tool`, `12 tools`. */
export const toolsWords = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'tool' : 'tools'}`;
