/** Sentences that say when to call a tool, how to, or what it is good for, and not what it does. */

/** Speaks to the reader, or praises. */
export const isAside = (text: string): boolean => asksNotTo.test(text) || pitches.test(text);

/** `Use this when the user wants to …`: speaks of the wish, and may name what the tool does not do itself. */
export const saysWhen =
  /^[^\p{L}]{0,8}(?:(?:use|call|invoke) (?:this|it|the)?(?: \w+)? ?(?:when|whenever|if)\b|(?:when|whenever|if) (?:you|users?|the user) (?:needs?|wants?|wish) to\b)/iu;
/** `Do not worry`, `Never share it`, `Takes up to a minute`: speaks to the reader, and does nothing. */
const asksNotTo =
  /^[^\p{L}]{0,8}(?:(?:\p{L}{1,16} ){0,4}tool: )?(?:(?:call|use|run|invoke) (?:\([^)]{0,80}\) )?(?:when|whenever|if) (?:the |a )?(?:user|agent|caller)s?\b|(?:always |must )?(?:call|use|run|invoke) (?:this|it)(?: tool)? (?:first|before|at the (?:start|beginning))\b|do not|don['’]t|never|takes? (?:up to|about|around|between|some|several|a few|longer|\d))\b/iu;
/** `Stay informed`, `Align your investments with your values`: what it is good for. */
const pitches =
  /^[^\p{L}]{0,8}(?:(?:stay|keep|get|remain) (?:informed|ahead|updated|up[- ]to[- ]date|on top|current|connected)\b|(?:align|enhance|improve|boost|elevate|refine|sharpen|strengthen|empower|maximize|optimize|streamline|take) your (?:\w{3,16} ){0,2}(?:investments?|trading|portfolios?|strategy|strategies|research|decisions?|analysis|insights?|understanding|knowledge|productivity|workflows?)\b)/iu;
