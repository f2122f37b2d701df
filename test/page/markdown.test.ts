/** What a server writes stays text in Markdown, for a renderer that takes HTML and makes links of whatever it can. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { code, fence, inline } from '../../src/page/markdown.ts';

const eager = new MarkdownIt({ html: true, linkify: true });
eager.linkify.set({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true });

/** The text that a reader sees, and every kind of thing that is not text. */
function read(markdown: string) {
  const kinds = new Set<string>();
  let text = '';
  for (const token of eager.parse(markdown, {})) {
    kinds.add(token.type);
    for (const child of token.children ?? []) {
      kinds.add(child.type);
      text += child.content;
    }
    if (token.type === 'fence') text += token.content;
  }
  return { text, kinds };
}
const plain = new Set(['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'code_inline']);
const markupOf = (markdown: string) => [...read(markdown).kinds].filter((kind) => !plain.has(kind));
const seen = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const traps = [
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/a.png)',
  '[x]: https://evil.example',
  'https://evil.example/a',
  'see www.evil.example now',
  'evil.example',
  '//evil.example and //localhost',
  'mailto:a@b.example',
  'a@b.example',
  '<https://evil.example>',
  '10.0.0.1/x',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '> quote',
  '    code',
  '~~~',
  '```js',
  '`` ` ``',
  '***',
  '---',
  '===',
  '| a | b |',
  '*a* _b_ __c__ ~~d~~',
  'a\n\n# b\n- c\n<div>',
  'back\\slash \\* \\',
  '\\[a](b)',
];

describe('text in a line', () => {
  test.each(traps)('%j is read as it was written', (text) => {
    expect(markupOf(inline(text))).toEqual([]);
    expect(read(inline(text)).text).toBe(seen(text));
    expect(read(inline(`x ${text}`)).text).toBe(seen(`x ${text}`));
  });

  const piece = fc.constantFrom(...traps, ...'\\`*_{}[]()<>#+-.!|~:/@&=$ \n\ta1é'.split(''), 'http', 'www.', '.com');
  const nasty = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('anything at all is read as it was written', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markupOf(inline(text))).toEqual([]);
        expect(read(inline(text)).text).toBe(seen(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('anything as code is one code span, or said to be empty', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { kinds, text: shown } = read(`x ${code(text)} y`);
        const spans = seen(text) === '' ? `x (empty) y` : `x ${seen(text)} y`;
        expect([[...kinds].filter((kind) => !plain.has(kind)), shown]).toEqual([[], spans]);
      }),
      { numRuns: 1000 },
    );
  });

  test('anything in a fence ends where the fence does', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { kinds } = read(`${fence(text)}\n\nafter`);
        expect([...kinds].sort()).toEqual(['fence', 'inline', 'paragraph_close', 'paragraph_open', 'text']);
      }),
      { numRuns: 1000 },
    );
  });

  test('what the eye does not see is shown', () => {
    expect(read(inline('a\u202eb')).text).toBe('a[U+202E]b');
    expect(fence('a\u200bb')).toContain('a[U+200B]b');
  });
});
