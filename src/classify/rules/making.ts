/** Whether a verb of many meanings makes or changes something, by what it is done to. */
import { words } from '../rule.ts';

export type Known = {
  parameterNames: ReadonlySet<string>;
  textWords: ReadonlySet<string>;
  nameWords: readonly string[];
};

export function isLookResolve(
  verb: string,
  { object, head }: { object: readonly string[]; head: string },
  { textWords, parameterNames }: Known,
): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  // `resolve_thread` settles it; whatever else is resolved is found out.
  if (verb === 'resolve')
    return object.length === 0
      ? ['query', 'intent', 'text', 'name'].some((word) => parameterNames.has(word))
      : head === 'id' || head === 'identifier' || head === 'reference' || !object.some((word) => settled.has(word));
  if (verb === 'complete')
    return (
      any('text', 'code', 'prompt', 'sentence', 'chat') || parameterNames.has('prompt') || textWords.has('completion')
    );
  if (verb === 'close') return any('tab', 'browser', 'page', 'session', 'connection');
  return false;
}

const settled = new Set(
  words(
    'issue comment thread conversation discussion ticket alert incident conflict case review dispute task finding problem error bug request report complaint violation vulnerability todo question feedback suggestion annotation alarm event item',
  ),
);

export const weakMakers = new Set(
  words(
    'record log note file report request sign set put backup snapshot connect place review rate open capture track learn stage',
  ),
);

export function isMaking(verb: string, object: readonly string[], { textWords }: Known): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  switch (verb) {
    case 'log':
      return any(
        'activity',
        'time',
        'call',
        'meal',
        'workout',
        'food',
        'hour',
        'work',
        'event',
        'interaction',
        'message',
        'water',
        'weight',
        'entry',
        'note',
        'mood',
        'decision',
        'metric',
        'worklog',
        'sleep',
        'habit',
        'expense',
        'session',
      );
    case 'record':
      return any(
        'payment',
        'activity',
        'time',
        'note',
        'decision',
        'measurement',
        'entry',
        'transaction',
        'expense',
        'event',
        'observation',
        'feedback',
        'result',
        'outcome',
        'metric',
        'lesson',
        'thought',
      );
    case 'report':
      return any(
        'bug',
        'issue',
        'problem',
        'spam',
        'abuse',
        'incident',
        'feedback',
        'post',
        'user',
        'message',
        'progress',
        'status',
        'outage',
        'error',
      );
    case 'rate':
      return any('movie', 'show', 'episode', 'item', 'track', 'album', 'book', 'song', 'media', 'title');
    case 'request':
      return any(
        'review',
        'reviewer',
        'access',
        'change',
        'approval',
        'feedback',
        'leave',
        'vacation',
        'time',
        'demo',
        'refund',
        'quote',
      );
    case 'sign':
      return any('document', 'message', 'contract', 'up', 'agreement');
    case 'file':
      return any('bug', 'issue', 'ticket', 'complaint', 'report', 'tax', 'claim');
    case 'backup':
    case 'snapshot':
      return object.length > 0 && !textWords.has('accessibility');
    case 'place':
    case 'stage':
      return object.length > 0;
    case 'set':
    case 'put':
      return true;
    case 'connect':
      return any(
        'account',
        'node',
        'integration',
        'repository',
        'calendar',
        'wallet',
        'network',
        'wifi',
        'signal',
        'item',
        'shape',
        'pin',
      );
    case 'capture':
      return any('note', 'thought', 'idea', 'lead', 'task', 'lesson', 'memory');
    case 'open':
      return any(
        'issue',
        'pull',
        'ticket',
        'pr',
        'request',
        'case',
        'incident',
        'account',
        'dispute',
        'complaint',
        'poll',
        'proposal',
      );
    case 'track':
      return any('time', 'event', 'habit', 'conversion', 'expense', 'goal') && !any('real-time');
    default:
      return false;
  }
}

export const weakEditors = new Set(
  words(
    'sync embed group split fix refresh scale-node rotate transfer apply release extend optimize organize convert-file switch restore draw-on fill reconcile format-file lower raise align',
  ),
);

export function isEditing(verb: string, object: readonly string[], { textWords, parameterNames }: Known): boolean {
  const any = (...list: string[]) => list.some((word) => object.includes(word));
  switch (verb) {
    case 'embed':
      return any('video', 'widget', 'file', 'block');
    case 'group':
      return any('node', 'layer', 'shape', 'object', 'element', 'track', 'selected', 'sheet', 'tab', 'light');
    case 'fix':
      return !any('suggestion', 'plan', 'advice');
    case 'optimize':
      return any('image', 'database', 'table', 'file', 'layout', 'dashboard') && !any('query', 'route');
    case 'switch':
      return !any('tab', 'window', 'context', 'profile');
    default:
      return textWords.size >= 0 && parameterNames.size >= 0;
  }
}
