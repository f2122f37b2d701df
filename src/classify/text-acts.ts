/** The acts that the words of a sentence describe, once it is known which word is the verb. */
import type { Act, Facts } from './act.ts';
import { cjkThings, type cjkVerbs, latinThing } from './languages.ts';
import { type ObjectPhrase, objectPhrase, verbAt } from './phrases.ts';
import type { Sentence } from './sentences.ts';
import { singular, type Word } from './words.ts';

export function actAt(
  all: readonly Word[],
  at: number,
  known: string,
  length: number,
  sentence: Sentence,
  facts: Facts,
): Act {
  const isForeign = length === 1 && verbAt(all, at) === undefined;
  const { object, heads, context, from } = foreignly(objectPhrase(all, at + length), isForeign);
  const verb = meant(known, all, at + length);
  return {
    verb,
    ...(verb === known ? {} : { said: known }),
    object,
    heads,
    head: heads[0] ?? '',
    context,
    from,
    source: 'description',
    place: 'description',
    span: [sentence.start + (all[at]?.start ?? 0), sentence.start + (all[at + length - 1]?.end ?? 0)],
    facts,
  };
}

/** `Cria um pedido de compra`: the things by their English names. */
function foreignly(phrase: ObjectPhrase, isForeign: boolean): ObjectPhrase {
  if (!isForeign) return phrase;
  const things = phrase.object.map(latinThing);
  const known = things.filter((word, i) => word !== phrase.object[i]);
  return { ...phrase, object: things, heads: known.length > 0 ? known : phrase.heads };
}

/** `Say what a picture shows` shows, `Turn speech into text` converts, `Take a track off a list` removes. */
function meant(verb: string, all: readonly Word[], at: number): string {
  const next = all[at]?.text ?? '';
  const second = /^(?:press|click|tapp|typ|swip|touch|dragg|scroll)ing$/.test(next) ? 'gerund' : '';
  const near = all.slice(at, at + 24).map(({ text }) => singular(text));
  if (
    /^(?:say|tell|check|note|report|confirm)$/.test(verb) &&
    /^(?:what|whether|how|which|why|if|that|who|when|where)$/.test(next)
  )
    return 'show';
  if (/^(?:suggest|explain|show|describe|recommend|advise)$/.test(verb) && next === 'how') return 'advisehow';
  // `Tell me when a price is reached`: a wish to be told.
  if (verb === 'tell' && /^(?:me|us)$/.test(next) && near[1] === 'when') return 'subscribe';
  // `Make sure that a form is valid` checks; that one exists, makes it where it is missing.
  if (verb === 'make' && next === 'sure') return near.some((word) => /^exist/.test(word)) ? 'ensure' : 'check';
  if (next === 'by' && /^(?:group|order|sort|split)$/.test(verb)) return 'group-by';
  // `Block until a line appears`, `Pauses for a number of seconds`: time passes.
  if (/^(?:block|pause|hold|sleep|stop)$/.test(verb) && (next === 'until' || (verb === 'pause' && next === 'for')))
    return 'wait';
  // `Accepts a list of messages and returns …` speaks of what goes in.
  if (verb === 'accept' && (next === 'a' || next === 'an') && near.includes('return')) return 'take';
  if (verb === 'remove' && next === 'and' && near[1] === 'return') return 'pop';
  if (verb === 'simulate' && (second === 'gerund' || near.some((word) => inputs.has(word)))) return 'press';
  if (verb === 'take' && /^(?:ownership|over|control)$/.test(next)) return 'reassign';
  if (verb === 'report' && !/^(?:an?|this|to)$/.test(next) && !near.some((word) => complaints.has(word)))
    return 'report-on';
  if (verb === 'call' || verb === 'query' || verb === 'hit') {
    const at = near.indexOf('endpoint');
    if (at > 0 && near.slice(Math.max(0, at - 2), at).includes('get')) return 'get';
  }
  if (sends.has(verb) && near.includes('request')) {
    const methods = near.filter((word) => httpVerbs.has(word));
    const [method] = methods;
    if (methods.length === 1 && method && near.indexOf('request') - near.indexOf(method) <= 2)
      return method === 'head' || method === 'options' ? 'get' : method;
  }
  // `… and continue where you left off`
  if ((verb === 'continue' || verb === 'resume') && next === 'where') return 'recall';
  if (verb === 'release' && near.includes('resource')) return 'close';
  if (verb === 'give' && near.includes('rating')) return 'rate';
  if (
    verb === 'begin' &&
    near.includes('new') &&
    near.some((word) => /^(?:entry|note|draft|page|chapter|document|thread|record)$/.test(word))
  )
    return 'create';
  if (verb === 'drop' && near.includes('into')) return 'put';
  // `Return a message to the queue`: put back.
  if (verb === 'return' && near.slice(0, 8).some((word, i) => word === 'to' && backInto.has(near[i + 2] ?? '')))
    return 'put';
  // `Get notified when a price drops`: a wish to be told.
  if (verb === 'get' && /^(?:notified|alerted|emailed|texted)$/.test(next)) return 'subscribe';
  if (verb === 'get' && next === 'back' && near[1] === 'to') return 'reply';
  if (verb === 'inform' && /^(?:about|on|of|whether|if)$/.test(next)) return 'show';
  if (verb === 'turn' && near.includes('into')) return 'convert';
  if (verb === 'take' && near.indexOf('off') > 0) return 'remove';
  return verb;
}

const complaints = new Set([
  'bug',
  'issue',
  'problem',
  'spam',
  'abuse',
  'incident',
  'feedback',
  'progress',
  'payment',
  'conversion',
  'outcome',
]);
const backInto = new Set(['queue', 'pool', 'backlog']);
const sends = new Set(['perform', 'send', 'make', 'execute', 'issue', 'do', 'submit']);
const httpVerbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const inputs = new Set(['keystroke', 'keypress', 'mouse', 'swipe', 'gamepad', 'joystick']);

/** In `create, update or delete rows` the rows are the object of all three. */
export function spread(acts: Act[]): Act[] {
  const last = acts.findLast(({ object }) => object.length > 0);
  return acts.map((act) =>
    act.object.length > 0 || act.context.length > 0
      ? act
      : last
        ? { ...act, object: last.object, heads: last.heads, head: last.head, context: last.context, from: last.from }
        : act,
  );
}
/** `创建时间`, `更新日期`: when it was made, and not the making. */
const isAspect = (verb: string, after: string) =>
  /^(?:create|update|edit|modify|publish|submit)$/.test(verb) && /^(?:时间(?![表轴线])|日期|来源|者)/u.test(after);

export function foreignActs(sentence: Sentence, found: ReturnType<typeof cjkVerbs>, facts: Facts): Act[] {
  const acting = found.filter(({ verb, end }) => !isAspect(verb, sentence.text.slice(end, end + 3)));
  const hits = acting.length > 0 ? acting : found;
  // The verb stands first in Chinese (`删除文件`), last in Japanese (`ファイルを削除`) and Korean (`파일을 삭제`).
  const isLast = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sentence.text.slice(0, 200));
  // `빌드를 실행하고 결과를 반환`: both are done.
  const goesOn = ({ end }: { end: number }) => /^(?:하고|하여|해서|한 후)/u.test(sentence.text.slice(end, end + 3));
  const chosen = isLast ? hits.filter((hit, i) => i === hits.length - 1 || goesOn(hit)) : hits.slice(0, 1);
  const things = cjkThings(sentence.text.slice(0, 200));
  const heads = things.length > 0 ? things : facts.nameWords.slice(-1);
  return chosen.map(({ verb, start, end }) => ({
    verb,
    object: [...facts.nameWords.slice(1), ...things],
    heads,
    head: heads[0] ?? '',
    context: [],
    from: [],
    source: 'description',
    place: 'description',
    span: [sentence.start + start, sentence.start + end],
    facts,
  }));
}

/** The last word of a short bracket that a comma follows. */
export function bracketEnd(text: string, all: readonly Word[], from: number): number | undefined {
  for (let at = from; at < Math.min(all.length - 1, from + 5); at += 1) {
    const end = all[at]?.end ?? 0;
    if (text[end] === ')') return text[end + 1] === ',' ? at : undefined;
  }
  return undefined;
}
