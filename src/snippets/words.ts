/** What a program does with a rule that it was told, and what it cannot do: the sentences beside every snippet. */
import type { Transport } from '../domain.ts';
import { limitWords } from '../policy/describe.ts';
import type { Policy, Rule } from '../policy/grammar.ts';
import { toldOf } from './render.ts';
import type { Grade, Snippet } from './snippet.ts';

export const gradeWords = {
  enforced: 'Enforced',
  asks: 'Asks',
  advisory: 'Advisory',
  cannot: 'Cannot hold it',
} as const satisfies Record<Grade, string>;

/** How a program reaches the server: our gateway stands in front of what a command starts alone. */
type Reached = Transport['type'];

/** How well the program holds this rule: `cannot` where a limit of it is lost and nobody is asked instead. */
export function gradeOf(snippet: Snippet, rule: Rule, reached: Reached = 'stdio'): Grade {
  if (snippet.isGateway && reached === 'http') return 'cannot';
  const told = toldOf(snippet, rule);
  const isLooser = (rule.rate_limit && !snippet.can.limit) || (rule.definition && !snippet.can.pin);
  return told === 'allow' && isLooser ? 'cannot' : snippet.holds[told];
}

/** Whether the gateway holds something of this rule that the program does not. */
export function losesRule(snippet: Snippet, rule: Rule): boolean {
  return lost(snippet, rule).length > 0 || gradeOf(snippet, rule) === 'cannot';
}

/** One line of whole sentences; empty where the program has no part in it. */
export function says(snippet: Snippet, rule: Rule, reached: Reached = 'stdio'): string {
  if (snippet.isGateway && reached === 'http') return '';
  return [snippet.does[toldOf(snippet, rule)], ...lost(snippet, rule), snippet.beware?.(rule) ?? '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Sentences on the parts of a rule that the program cannot enforce. */
function lost(snippet: Snippet, rule: Rule): string[] {
  const { can } = snippet;
  const { action, arguments: schema, rate_limit, definition, reason } = rule;
  const told = toldOf(snippet, rule);
  const asksInstead = told === 'ask' ? 'asks' : 'refuses the tool';
  return [
    ...(action === 'require_approval' && !can.ask ? ['It cannot ask a person, so it refuses the tool.'] : []),
    ...(schema && !can.arguments
      ? [
          action === 'require_approval'
            ? 'It cannot check arguments.'
            : `It cannot check arguments, so it ${asksInstead} instead.`,
        ]
      : []),
    ...(rate_limit && !can.limit && told !== 'deny'
      ? [`It has no rate limit: ${limitWords(rate_limit)} holds in the gateway alone.`]
      : []),
    ...(definition && !can.pin && told !== 'deny' ? ['It cannot tell when the definition changes.'] : []),
    ...(reason && !can.reason && action === 'deny' ? ['The agent is not told why.'] : []),
  ];
}

/** What a whole policy in this format does with the tools that it does not list. */
export function saysOfOthers(snippet: Snippet, fallback: Policy['default']): string {
  const others = snippet.others(fallback);
  const wanted = fallback === 'allow' ? 'allow' : 'deny';
  const does = {
    allow: 'Tools without a rule run.',
    ask: `${snippet.title} asks before it runs a tool without a rule`,
    deny: 'Tools without a rule are refused',
  }[others];
  if (others === 'ask') return `${does}${wanted === 'deny' ? ': it cannot refuse them by default.' : '.'}`;
  if (others === 'deny' && wanted === 'allow') return `${does}: it cannot allow what it does not list.`;
  return does.endsWith('.') ? does : `${does}.`;
}

/** A downloaded file's name: `notes.policy.yaml`, `notes.codex.toml`. */
export const savedName = (server: string, { id, language }: Snippet) =>
  `${server}.${id === 'policy-json' ? 'policy' : id}.${language}`;
