/**
 * What the configuration of a program can say of a policy. A format is a row of `list.ts` with a file of its own that
 * says what the program can be told; `render.ts` turns rules into its text, `words.ts` says what is lost.
 */
import type { Policy, Rule } from '../policy/grammar.ts';

/** The rules of one server, as many of them as are wanted: one tool, a person's picks, or the whole policy. */
export type ServerRules = {
  /** The catalog's id. */
  server: string;
  /** What the client's own configuration calls the server; see `serverKeyOf`. */
  serverKey: string;
  /**
   * What holds for tools without a rule. Absent: the text speaks of the listed tools alone, where the format can;
   * where a file always speaks of all tools, the others are refused.
   */
  default?: Policy['default'];
  /** Goes with the default. */
  reason?: string;
  tools: ReadonlyMap<string, Rule>;
};

/** What a program that knows neither limits nor arguments can do with a call. */
export type Told = 'allow' | 'ask' | 'deny';

/** A server whose tools can all be written in the format at hand. */
export type WritableServer = Omit<ServerRules, 'tools'> & {
  tools: readonly { name: string; rule: Rule; told: Told }[];
};

/** How well the program holds a rule, told as the snippet tells it. */
export type Grade = 'enforced' | 'asks' | 'advisory' | 'cannot';

/** The form in which a program is told to start a server: see `gateway-entry.ts`. */
export type EntryForm =
  | 'claude-code'
  | 'codex'
  | 'copilot-cli'
  | 'cursor-cli'
  | 'gemini-cli'
  | 'opencode'
  | 'vscode'
  | 'zed';

export type Snippet = {
  /** Part of addresses and of what a browser remembers: never changed. */
  id: string;
  title: string;
  /** Where the text goes, as the program's users write it. */
  file: string;
  language: 'yaml' | 'json' | 'toml' | 'sh';
  /** How a tool is named in it. */
  names: string;
  /** A file that speaks of one server needs a text for each. */
  servers: 'one' | 'many';
  /** What else than allowing and refusing the program can do. */
  can: { ask: boolean; limit: boolean; arguments: boolean; pin: boolean; reason: boolean };
  /** What the program does with a tool that is told so; a sentence each. `ask` matters only where it can. */
  does: Record<Told, string>;
  /** How well it holds each. */
  holds: Record<Told, Grade>;
  /** What becomes of tools without a rule when the whole policy is written. */
  others: (fallback: Policy['default']) => Told;
  /** Why the format cannot carry the name safely; undefined where it can. `whole`: the text says a default as well. */
  refuses?: (serverKey: string, tool: string, whole: boolean) => string | undefined;
  /** What the program makes of the name: tools that it takes for one and the same share the strictest rule. */
  fold?: (serverKey: string, tool: string) => string;
  /**
   * What the text was proven with: the gateway, the program itself in this version, the part of its code that decides,
   * or a reader written from its documentation alone.
   */
  proven: { by: 'gateway' } | { by: 'program' | 'code'; version: string } | { by: 'documentation' };
  /** More that a reader must know of this rule. */
  beware?: (rule: Rule) => string | undefined;
  /** The text for these servers: one where the format speaks of one. */
  write: (servers: readonly WritableServer[]) => string;
  /** Absent: the program starts no servers, or is the gateway. */
  entry?: EntryForm;
  /** Our own gateway reads it. */
  isGateway?: true;
};

/**
 * The key to assume in a client: the id, without the underscores that many clients read as the end of the key. Two
 * servers whose ids differ in nothing else get one key: a text that holds both is refused.
 */
export const serverKeyOf = (server: string) => server.replaceAll(/_+/g, '-');
