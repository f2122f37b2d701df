/** The policy engine of Gemini CLI: https://geminicli.com/docs/reference/policy-engine/ */
import { stringify } from 'smol-toml';
import { defaultReason } from '../policy/grammar.ts';
import type { Snippet, WritableServer } from './snippet.ts';

/** Longer names it shortens in the middle, and then no rule finds them. */
const longest = 63;
/** Of a shortened name thirty characters are left at the start, `mcp_` and the key's own end among them. */
const longestKey = 25;

const decisions = { allow: 'allow', ask: 'ask_user', deny: 'deny' } as const;

export const geminiCli: Snippet = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  file: '~/.gemini/policies/tools.toml',
  language: 'toml',
  names: 'The server’s key and the tool’s name; the key may hold no underscore.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: true },
  does: {
    allow: 'Gemini CLI runs the tool without asking.',
    ask: 'Gemini CLI asks before each call, and refuses it where there is nobody to ask.',
    deny: 'Gemini CLI refuses the tool and does not show it to the model.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'program', version: '0.61.0' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  refuses: (serverKey, tool, whole) => {
    if (!/^[A-Za-z0-9-]+$/.test(serverKey)) return 'Gemini CLI reads only letters, digits and - in a server’s key.';
    if (serverKey === 'mcp')
      return 'Gemini CLI takes a server’s key of `mcp` for its own prefix: name the server otherwise.';
    if (whole && serverKey.length > longestKey) {
      return `Gemini CLI shortens names under a server’s key of more than ${longestKey} characters, so a rule for all its tools would miss some: name the server shorter.`;
    }
    if (!/^[A-Za-z0-9_.-]+$/.test(tool)) {
      return 'The name holds a character that Gemini CLI writes otherwise, so a rule would miss it.';
    }
    return `mcp_${serverKey}_${tool}`.length > longest
      ? 'Gemini CLI shortens a name as long as this one with its server’s key, so a rule would miss it.'
      : undefined;
  },
  write: (servers) => stringify({ rule: servers.flatMap(rulesOf) }),
  entry: 'gemini-cli',
};

/** The rule with the highest priority decides: a tool's own before the server's. */
function rulesOf({ serverKey, default: fallback, reason, tools }: WritableServer): object[] {
  const others = fallback && {
    mcpName: serverKey,
    toolName: '*',
    decision: fallback === 'allow' ? 'allow' : 'deny',
    priority: 100,
    ...(fallback === 'allow' ? {} : { denyMessage: reason ?? defaultReason }),
  };
  const own = tools.map(({ name, rule, told }) => ({
    mcpName: serverKey,
    toolName: name,
    decision: decisions[told],
    priority: 200,
    ...(told === 'deny' && rule.reason !== undefined ? { denyMessage: rule.reason } : {}),
  }));
  return [...own, ...(others ? [others] : [])];
}
