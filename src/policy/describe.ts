/** A rule in words, the same on every page. */
import type { RateLimit, Rule } from './grammar.ts';

export type RuleWords = {
  /** "Allow, 60 a minute". */
  headline: string;
  /** What happens to a call, in whole sentences. */
  sentence: string;
};

export function describeRule({ action, rate_limit, arguments: schema }: Rule): RuleWords {
  const limit = rate_limit ? `, ${limitWords(rate_limit)}` : '';
  const condition = schema ? ', with limits on its arguments' : '';
  const bounds = [
    ...(schema ? ['A call whose arguments break the schema is refused.'] : []),
    ...(rate_limit ? [limitSentence(rate_limit)] : []),
  ];
  switch (action) {
    case 'allow':
      return { headline: `Allow${limit}${condition}`, sentence: ['Calls go through.', ...bounds].join(' ') };
    case 'require_approval':
      return {
        headline: `Ask a person first${limit}${condition}`,
        sentence: ['Each call waits until a person says yes; no answer is a no.', ...bounds].join(' '),
      };
    case 'deny':
      return { headline: 'Deny', sentence: 'Every call is refused, and the agent is told why.' };
    case 'hide':
      return {
        headline: 'Hide',
        sentence: 'The agent never learns that the tool exists; a call is answered as unknown.',
      };
    default:
      return action satisfies never;
  }
}

const units = [
  { seconds: 86_400, name: 'day' },
  { seconds: 3_600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/** "60 a minute", "5 in 90 seconds". */
export function limitWords({ max, window }: RateLimit): string {
  const number = max.toLocaleString('en');
  const whole = units.find(({ seconds }) => window === seconds);
  if (whole) return `${number} ${whole.name === 'hour' ? 'an' : 'a'} ${whole.name}`;
  return `${number} in ${durationWords(window)}`;
}

function limitSentence(limit: RateLimit): string {
  const scope = limit.per === 'identity' ? 'for one identity' : 'in one session';
  const calls = limit.max === 1 ? 'call passes' : 'calls pass';
  return `At most ${limit.max.toLocaleString('en')} ${calls} in any ${durationWords(limit.window)} ${scope}.`;
}

function durationWords(window: number): string {
  const unit = units.find(({ seconds }) => window % seconds === 0) ?? units[3];
  const n = window / unit.seconds;
  const plain = unit.name === 'minute' && n === 1 ? '60 seconds' : `${n.toLocaleString('en')} ${unit.name}s`;
  return n === 1 && unit.name !== 'minute' ? `one ${unit.name}` : plain;
}
