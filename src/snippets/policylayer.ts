/** The hosted policy of PolicyLayer, one for each grant: https://policylayer.com/docs/writing-policies */
import { namedWindow, namedWindowWords } from './named-window.ts';
import type { Snippet, WritableServer } from './snippet.ts';
import { printJson, record, refusesHalves } from './text.ts';

export const policylayer: Snippet = {
  id: 'policylayer',
  title: 'PolicyLayer',
  file: 'policy.json of a grant',
  language: 'json',
  names: 'Exactly as the server gives it.',
  servers: 'one',
  can: { ask: false, limit: true, arguments: false, pin: false, reason: false },
  does: {
    allow: 'PolicyLayer lets the tool through.',
    ask: '',
    deny: 'PolicyLayer refuses the tool, and every other that the file does not list.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'documentation' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  refuses: (serverKey, tool) =>
    tool === '*' ? 'The name is the word with which PolicyLayer means every tool.' : refusesHalves(serverKey, tool),
  beware: (rule) =>
    rule.rate_limit && rule.action === 'allow' && !rule.arguments
      ? `It counts for the grant, not for each session. ${namedWindowWords(rule.rate_limit)}`.trim()
      : undefined,
  write: (servers) => servers.map((server) => printJson(fileOf(server))).join(''),
};

/** A tool that is not listed is refused by default; where the default allows, what is hidden is refused too. */
function fileOf({ default: fallback, tools }: WritableServer): object {
  const allowsOthers = fallback === 'allow';
  const counters = new Set<string>();
  const listed: [string, object][] = [];
  const hidden: string[] = [];
  for (const { name, rule, told } of tools) {
    const limit = rule.rate_limit && told === 'allow' ? namedWindow(rule.rate_limit) : undefined;
    if (told !== 'allow' || limit?.max === 0) {
      if (allowsOthers || rule.action === 'hide') hidden.push(name);
      continue;
    }
    listed.push([
      name,
      limit ? { limits: [{ counter: counterOf(name, limit.window, counters), ...limit, scope: 'grant' }] } : {},
    ]);
  }
  return { version: '1', default: allowsOthers ? 'allow' : 'deny', hide: hidden, tools: record(listed) };
}

/** Plain, and no two alike. */
function counterOf(tool: string, window: string, taken: Set<string>): string {
  const plain = `${tool.replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, 60)}_per_${window}`;
  let counter = plain;
  for (let n = 2; taken.has(counter); n++) counter = `${plain}_${n}`;
  taken.add(counter);
  return counter;
}
