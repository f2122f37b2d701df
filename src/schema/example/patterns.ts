/**
 * Regular expressions that a server wrote: they are run in linear time, whatever they say, and a text is made that they
 * match. What neither can be done with has no example.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { RE2JS } from 're2js';

export type Matches = (text: string) => boolean;

const longest = 1_000;
const known = new Map<string, Matches | undefined>();
const mostKnown = 2_000;

/** Undefined for a pattern that is none, or that no linear-time engine can run. */
export function matcher(pattern: string): Matches | undefined {
  if (known.has(pattern)) return known.get(pattern);
  const made = compile(pattern);
  if (known.size < mostKnown) known.set(pattern, made);
  return made;
}

function compile(pattern: string): Matches | undefined {
  if (pattern.length > longest || !parsed(pattern)) return undefined;
  const { conditions, rest } = withoutConditions(pattern);
  try {
    const all = [{ source: rest, wanted: true }, ...conditions].map(({ source, wanted }) => {
      const expression = RE2JS.compile(RE2JS.translateRegExp(source));
      return (text: string) => expression.matcher(text).find() === wanted;
    });
    return (text) => all.every((holds) => holds(text));
  } catch {
    return undefined;
  }
}

/** What stands in `(?!…)` and `(?=…)` at the very start is asked by itself: linear-time engines do not look ahead. */
function withoutConditions(pattern: string): { conditions: { source: string; wanted: boolean }[]; rest: string } {
  const tree = parsed(pattern);
  const [first, ...others] = tree?.alternatives ?? [];
  const conditions: { source: string; wanted: boolean }[] = [];
  if (!first || others.length > 0 || first.elements[0]?.raw !== '^') return { conditions, rest: pattern };
  let end = 1;
  for (const element of first.elements.slice(1)) {
    if (element.type !== 'Assertion' || element.kind !== 'lookahead') break;
    conditions.push({ source: `^(?:${element.raw.slice(3, -1)})`, wanted: !element.negate });
    end = element.end;
  }
  return { conditions, rest: `^${pattern.slice(end)}` };
}

/** Texts that the pattern may match, the shortest first; each is still to be asked. */
export function textsOf(pattern: string): string[] {
  const tree = parsed(pattern);
  if (!tree) return [];
  return [0, 1, 2, 3, 4, 8].map((extra) => written(tree, extra)).filter((text, at, all) => all.indexOf(text) === at);
}

function parsed(pattern: string): AST.Pattern | undefined {
  if (pattern.length > longest) return undefined;
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

const mostText = 400;

/** Every loop runs as often as it must, and `extra` times more where it may. */
function written(tree: AST.Pattern, extra: number): string {
  let length = 0;
  const groups = new Map<AST.CapturingGroup, string>();
  const text = (piece: string) => {
    length += piece.length;
    return piece;
  };
  const any = ([first]: AST.Alternative[]): string => (first?.elements ?? []).map(element).join('');
  const element = (node: AST.Element): string => {
    if (length > mostText) return '';
    switch (node.type) {
      case 'Character':
        return text(String.fromCodePoint(node.value));
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return text(oneOf(node.raw));
      case 'Group':
        return any(node.alternatives);
      case 'CapturingGroup': {
        const made = any(node.alternatives);
        groups.set(node, made);
        return made;
      }
      case 'Quantifier': {
        const times = Math.min(node.max, Math.max(node.min, Math.min(node.min + extra, 12)), mostText);
        let made = '';
        for (let n = 0; n < times && length <= mostText; n += 1) made += element(node.element);
        return made;
      }
      case 'Backreference':
        return text(([node.resolved].flat()[0] && groups.get([node.resolved].flat()[0] as AST.CapturingGroup)) ?? '');
      case 'Assertion':
        return '';
      default:
        return node satisfies never;
    }
  };
  return any(tree.alternatives);
}

/** The first of these that the class holds: letters that read well, then what classes of signs hold. */
const characters = [...'abcxyzABCXYZ1234567890-_./:#@+ ,;=&%$!?*()[]{}<>|\\\'"`~^\n\t', 'é', '中', '😀'];

function oneOf(source: string): string {
  const holds = matcher(`^${source}$`);
  return (holds && characters.find((character) => holds(character))) ?? 'a';
}
