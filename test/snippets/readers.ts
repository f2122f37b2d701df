/**
 * Reads snippets back as the programs do: strict readers, written from each program's documentation and apart from the
 * code that writes. A key that the program does not know is an error here.
 */
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import type { Told } from '../../src/snippets/snippet.ts';

type Window = { max: number; window: string };

export type Reading = {
  /** What the program does with a tool; undefined where the text says nothing of it. */
  decide: (serverKey: string, tool: string) => Told | undefined;
  /** The limit that the program counts, of programs that count. */
  limit?: (serverKey: string, tool: string) => Window | undefined;
  /** Every part of a rule, of programs that know them all. */
  whole?: (serverKey: string, tool: string) => Rule | undefined;
  /** How many rules the text holds, without those for every tool of a server. */
  rules: number;
};

/** An object by any names: a schema of zod would lose `__proto__`. */
const named = <T>(value: z.ZodType<T>) =>
  z
    .custom<object>((object) => typeof object === 'object' && object !== null && !Array.isArray(object))
    .transform((object) => new Map(Object.entries(object).map(([key, entry]) => [key, value.parse(entry)] as const)));
const told = z.enum(['allow', 'ask', 'deny']);
const folded = (name: string) =>
  [...Array(name.length).keys()].map((at) => (/[A-Za-z0-9_-]/.test(name.charAt(at)) ? name.charAt(at) : '_')).join('');

const claudeRule = z.string().regex(/^mcp__[A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*(?:__[A-Za-z0-9_-]+)?$/);
const claudeSettings = z.strictObject({
  permissions: z.strictObject({
    allow: z.array(claudeRule).optional(),
    ask: z.array(claudeRule).optional(),
    deny: z.array(claudeRule).optional(),
  }),
});

function claudeCode(text: string): Reading {
  const { permissions } = claudeSettings.parse(JSON.parse(text));
  const order = ['deny', 'ask', 'allow'] as const;
  return {
    decide: (serverKey, tool) => {
      const server = `mcp__${folded(serverKey)}`;
      const full = `${server}__${folded(tool)}`;
      const hits = (rule: string) => rule === server || rule === full;
      return order.find((list) => permissions[list]?.some(hits)) ?? 'ask';
    },
    rules: order.flatMap((list) => permissions[list] ?? []).filter((rule) => /^mcp__.+?__/.test(rule)).length,
  };
}

const codexConfig = z.strictObject({
  mcp_servers: named(
    z.strictObject({
      enabled_tools: z.array(z.string()).optional(),
      disabled_tools: z.array(z.string()).optional(),
      default_tools_approval_mode: z.enum(['auto', 'prompt', 'writes', 'approve']).optional(),
      tools: named(z.strictObject({ approval_mode: z.enum(['auto', 'prompt', 'writes', 'approve']) })).optional(),
    }),
  ),
});
const codexModes: Record<string, Told> = { approve: 'allow', prompt: 'ask' };

function codex(text: string): Reading {
  const servers = codexConfig.parse(parseToml(text)).mcp_servers;
  return {
    decide: (serverKey, tool) => {
      const server = servers.get(serverKey);
      if (!server) return undefined;
      if (server.enabled_tools && !server.enabled_tools.includes(tool)) return 'deny';
      if (server.disabled_tools?.includes(tool)) return 'deny';
      return codexModes[server.tools?.get(tool)?.approval_mode ?? server.default_tools_approval_mode ?? ''];
    },
    rules: [...servers.values()]
      .map(({ disabled_tools = [], tools }) => disabled_tools.length + (tools?.size ?? 0))
      .reduce((sum, n) => sum + n, 0),
  };
}

function vscode(text: string): Reading {
  const settings = z.strictObject({ 'chat.tools.eligibleForAutoApproval': named(z.boolean()) }).parse(JSON.parse(text));
  const eligible = settings['chat.tools.eligibleForAutoApproval'];
  return {
    // It looks for the bare name; a version that looked for the full one must not be freer.
    decide: (serverKey, tool) => {
      const bare = tool.replaceAll('.', '_');
      const full = eligible.get(`${serverKey}/${bare}`);
      if (full === undefined) return eligible.has(bare) ? undefined : 'ask';
      return eligible.get(bare) === false ? 'ask' : full ? 'allow' : undefined;
    },
    rules: [...eligible.keys()].filter((key) => key.includes('/')).length,
  };
}

/** One flag a line, each one word to a shell: `shellWords` in the tests asks a shell the same. */
function copilotCli(text: string): Reading {
  const [program, ...lines] = text.replace(/\n$/, '').split(' \\\n  ');
  const flags = lines.map((line) => /^--(allow|deny)-tool='([A-Za-z0-9_.-]+)\(([A-Za-z0-9_-]+)\)'$/.exec(line));
  if (program !== 'copilot' || flags.some((flag) => !flag)) throw new Error(`not a command of Copilot CLI: ${text}`);
  const find = (kind: string, serverKey: string, tool: string) =>
    flags.some((flag) => flag?.[1] === kind && flag[2] === serverKey && flag[3] === tool);
  return {
    decide: (serverKey, tool) => {
      const known = tool.replaceAll('.', '-');
      return find('deny', serverKey, known) ? 'deny' : find('allow', serverKey, known) ? 'allow' : 'ask';
    },
    rules: flags.length,
  };
}

const cursorToken = z.string().regex(/^Mcp\([A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+\)$/);

function cursorCli(text: string): Reading {
  const file = z.strictObject({
    permissions: z.strictObject({ allow: z.array(cursorToken), deny: z.array(cursorToken) }),
  });
  const { allow, deny } = file.parse(JSON.parse(text)).permissions;
  return {
    decide: (serverKey, tool) => {
      const token = `Mcp(${serverKey}:${tool})`;
      return deny.includes(token) ? 'deny' : allow.includes(token) ? 'allow' : 'ask';
    },
    rules: allow.length + deny.length,
  };
}

const geminiRule = z.strictObject({
  mcpName: z.string().regex(/^[^_*]+$/),
  toolName: z.union([z.literal('*'), z.string().regex(/^[A-Za-z0-9_.-]+$/)]),
  decision: z.enum(['allow', 'deny', 'ask_user']),
  priority: z.int().min(0).max(999),
  denyMessage: z.string().optional(),
});
const geminiDecisions = { allow: 'allow', deny: 'deny', ask_user: 'ask' } as const;

function geminiCli(text: string): Reading {
  const rules = z.strictObject({ rule: z.array(geminiRule) }).parse(parseToml(text)).rule;
  return {
    decide: (serverKey, tool) => {
      // The model calls it by this name, shortened in the middle where it is long.
      const own = `${serverKey}_${tool}`;
      const full = (own.startsWith('mcp_') ? own : `mcp_${own}`).replaceAll(/[^A-Za-z0-9_.:-]/g, '_');
      const known = full.length > 63 ? `${full.slice(0, 30)}...${full.slice(-30)}` : full;
      const hits = rules.filter(
        (rule) =>
          rule.mcpName === serverKey &&
          (rule.toolName === '*'
            ? known.startsWith(`mcp_${serverKey}_`)
            : known === `mcp_${serverKey}_${rule.toolName}`),
      );
      const [first] = hits.sort((a, b) => b.priority - a.priority);
      return first && geminiDecisions[first.decision];
    },
    rules: rules.filter(({ toolName }) => toolName !== '*').length,
  };
}

function opencode(text: string): Reading {
  const { permission } = z.strictObject({ permission: named(told) }).parse(JSON.parse(text));
  for (const key of permission.keys()) {
    if (!/^[A-Za-z0-9-]+_(?:\*|[A-Za-z0-9_-]+)$/.test(key)) throw new Error(`not a name of opencode: ${key}`);
  }
  return {
    decide: (serverKey, tool) => {
      const name = `${serverKey}_${folded(tool)}`;
      const hits = [...permission].filter(([key]) =>
        key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : key === name,
      );
      return hits.at(-1)?.[1];
    },
    rules: [...permission.keys()].filter((key) => !key.endsWith('*')).length,
  };
}

const zedWords = { allow: 'allow', confirm: 'ask', deny: 'deny' } as const;

function zed(text: string): Reading {
  const permission = z.strictObject({ default: z.enum(['allow', 'confirm', 'deny']) });
  const settings = z.strictObject({
    agent: z.strictObject({ tool_permissions: z.strictObject({ tools: named(permission) }) }),
  });
  const { tools } = settings.parse(JSON.parse(text)).agent.tool_permissions;
  return {
    decide: (serverKey, tool) => zedWords[tools.get(`mcp:${serverKey}:${tool}`)?.default ?? 'confirm'],
    rules: tools.size,
  };
}

const grantPolicy = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']),
  hide: z.array(z.string().refine((name) => name !== '*')),
  tools: named(
    z.strictObject({
      limits: z
        .array(
          z.strictObject({
            counter: z.string().regex(/^[A-Za-z0-9_]+$/),
            window: z.enum(['minute', 'hour', 'day']),
            max: z.int().min(1),
            scope: z.literal('grant'),
          }),
        )
        .length(1)
        .optional(),
    }),
  ),
});

function policylayer(text: string): Reading {
  const policy = grantPolicy.parse(JSON.parse(text));
  const counters = [...policy.tools.values()].flatMap(({ limits = [] }) => limits.map(({ counter }) => counter));
  if (new Set(counters).size < counters.length) throw new Error('two tools share a counter');
  return {
    decide: (_, tool) => {
      if (policy.hide.includes(tool)) return 'deny';
      return policy.tools.has(tool) ? 'allow' : policy.default;
    },
    limit: (_, tool) => policy.tools.get(tool)?.limits?.[0],
    rules: policy.tools.size + policy.hide.length,
  };
}

const interceptRule = z.union([
  z.strictObject({ name: z.string(), action: z.literal('deny'), on_deny: z.string() }),
  z.strictObject({
    name: z.string(),
    rate_limit: z.string().regex(/^[1-9]\d*\/(?:minute|hour|day)$/),
    on_deny: z.string(),
  }),
]);
const interceptPolicy = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']),
  hide: z.array(z.string()).optional(),
  tools: named(z.strictObject({ rules: z.array(interceptRule).max(1) })),
});

/** Read as YAML 1.1 too, which its own reader leans on: both must see one thing. */
function intercept(text: string): Reading {
  const policy = interceptPolicy.parse(parseYaml(text));
  const old = interceptPolicy.parse(parseYaml(text, { version: '1.1' }));
  if (JSON.stringify([...policy.tools]) !== JSON.stringify([...old.tools]))
    throw new Error('YAML 1.1 reads it otherwise');
  return {
    decide: (_, tool) => {
      if (policy.hide?.includes(tool)) return 'deny';
      const listed = policy.tools.get(tool);
      if (!listed) return policy.default;
      return listed.rules.some((rule) => 'action' in rule) ? 'deny' : 'allow';
    },
    limit: (_, tool) => {
      const [rule] = policy.tools.get(tool)?.rules ?? [];
      if (!rule || !('rate_limit' in rule)) return undefined;
      const [max, window = ''] = rule.rate_limit.split('/');
      return { max: Number(max), window };
    },
    rules: policy.tools.size,
  };
}

function docker(text: string): Reading {
  const servers = named(z.array(z.string().regex(/^[A-Za-z0-9_.-]+$/))).parse(parseYaml(text, { version: '1.1' }));
  return {
    decide: (serverKey, tool) => (servers.get(serverKey)?.includes(tool) ? 'allow' : 'deny'),
    rules: [...servers.values()].flat().length,
  };
}

/** The catalog's own grammar names servers by their id, which these tests use as the key as well. */
function catalog(text: string): Reading {
  const read = parsePolicies(text);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('; '));
  const actions = { allow: 'allow', require_approval: 'ask', deny: 'deny', hide: 'deny' } as const;
  const policyOf = (server: string) => read.policies.find((policy) => policy.server === server);
  return {
    decide: (server, tool) => {
      const policy = policyOf(server);
      const action = policy?.tools.get(tool)?.action ?? policy?.default;
      return action && actions[action];
    },
    whole: (server, tool) => policyOf(server)?.tools.get(tool),
    rules: read.policies.reduce((sum, { tools }) => sum + tools.size, 0),
  };
}

export const readers: { [id: string]: (text: string) => Reading } = {
  policy: catalog,
  'policy-json': catalog,
  'claude-code': claudeCode,
  codex,
  vscode,
  'copilot-cli': copilotCli,
  'cursor-cli': cursorCli,
  'gemini-cli': geminiCli,
  opencode,
  zed,
  policylayer,
  intercept,
  docker,
};
