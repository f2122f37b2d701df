/** PolicyLayer's Intercept, a local proxy: https://github.com/policylayer/intercept */
import { defaultReason } from '../policy/grammar.ts';
import { namedWindow, namedWindowWords } from './named-window.ts';
import type { Snippet, WritableServer } from './snippet.ts';
import { refusesHalves } from './text.ts';
import { printYaml } from './yaml-text.ts';

export const intercept: Snippet = {
  id: 'intercept',
  title: 'Intercept',
  file: 'intercept -c policy.yaml',
  language: 'yaml',
  names: 'Exactly as the server gives it.',
  servers: 'one',
  can: { ask: false, limit: true, arguments: false, pin: false, reason: true },
  does: {
    allow: 'Intercept lets the tool through.',
    ask: '',
    deny: 'Intercept refuses each call, and every other tool that the file does not list.',
  },
  holds: { allow: 'enforced', ask: 'asks', deny: 'enforced' },
  proven: { by: 'documentation' },
  others: (fallback) => (fallback === 'allow' ? 'allow' : 'deny'),
  refuses: (serverKey, tool) =>
    tool === '*' ? 'The name is the word with which Intercept means every tool.' : refusesHalves(serverKey, tool),
  beware: (rule) =>
    rule.rate_limit && rule.action === 'allow' && !rule.arguments
      ? `It counts over all sessions together. ${namedWindowWords(rule.rate_limit)}`.trim()
      : undefined,
  write: (servers) => servers.map((server) => printYaml(fileOf(server), words)).join(''),
};

const words = new Set([
  'version',
  'default',
  'hide',
  'tools',
  'rules',
  'name',
  'action',
  'rate_limit',
  'on_deny',
  'allow',
  'deny',
]);

function fileOf({ default: fallback, tools }: WritableServer): Map<string, unknown> {
  const hidden = tools.filter(({ rule }) => rule.action === 'hide').map(({ name }) => name);
  return new Map<string, unknown>([
    ['version', '1'],
    // Left out, it would allow.
    ['default', fallback === 'allow' ? 'allow' : 'deny'],
    ...(hidden.length > 0 ? [['hide', hidden] as const] : []),
    ['tools', new Map(tools.map((tool) => [tool.name, { rules: rulesOf(tool) }]))],
  ]);
}

function rulesOf({ rule, told }: WritableServer['tools'][number]): object[] {
  const because = rule.reason ?? defaultReason;
  const limit = rule.rate_limit && told === 'allow' ? namedWindow(rule.rate_limit) : undefined;
  if (told !== 'allow' || limit?.max === 0) return [{ name: 'refuse', action: 'deny', on_deny: because }];
  return limit ? [{ name: 'limit', rate_limit: `${limit.max}/${limit.window}`, on_deny: because }] : [];
}
