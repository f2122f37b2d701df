/** OpenAI Codex: https://developers.openai.com/codex/mcp */
import { stringify } from 'smol-toml';
import { escapeInvisible } from '../policy/invisible.ts';
import type { Snippet, WritableServer } from './snippet.ts';
import { record, refusesHalves } from './text.ts';

export const codex: Snippet = {
  id: 'codex',
  title: 'Codex',
  file: '~/.codex/config.toml',
  language: 'toml',
  names: 'Exactly as the server gives it, under the server’s own table.',
  servers: 'many',
  can: { ask: true, limit: false, arguments: false, pin: false, reason: false },
  does: {
    allow: 'Codex runs the tool without asking.',
    ask: 'Codex asks before each call, where there is someone to ask.',
    deny: 'Codex leaves the tool out.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'program', version: '0.169.0' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  refuses: refusesHalves,
  write: (servers) => {
    const tables = record(servers.map((server) => [server.serverKey, table(server)]));
    return `${comments(servers)}${escapeInvisible(stringify({ mcp_servers: tables }))}`;
  },
  entry: 'codex',
};

const modes = { allow: 'approve', ask: 'prompt' } as const;

/** Its word "approve" says that calls are approved beforehand, not that they need approval. */
function table({ default: fallback, tools }: WritableServer): object {
  const run = tools.flatMap(({ name, told }) => (told === 'deny' ? [] : [{ name, mode: modes[told] }]));
  const denied = tools.filter(({ told }) => told === 'deny').map(({ name }) => name);
  const listsAll = fallback === 'deny' || fallback === 'hide';
  return {
    ...(listsAll ? { enabled_tools: run.map(({ name }) => name) } : {}),
    ...(denied.length > 0 && !listsAll ? { disabled_tools: denied } : {}),
    ...(fallback === 'allow' ? { default_tools_approval_mode: 'approve' } : {}),
    ...(run.length > 0 ? { tools: record(run.map(({ name, mode }) => [name, { approval_mode: mode }])) } : {}),
  };
}

function comments(servers: readonly WritableServer[]): string {
  const all = servers.flatMap(({ tools }) => tools);
  const lists = all.some(({ told }) => told === 'deny') || servers.some((server) => server.default !== undefined);
  const lines = [
    ...(all.some(({ told }) => told === 'allow') ? ['"approve" means approved beforehand: runs without asking.'] : []),
    ...(all.some(({ told }) => told === 'ask') ? ['"prompt" means: ask each time.'] : []),
    ...(lists ? ['Put these lines into the table that the server already has.'] : []),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}
