import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { rendered } from '../../src/page/rendered.ts';
import { tools as hostileTools } from '../fixtures/servers/hostile-texts.ts';

const html = (text: string) => rendered(text, 'description')?.html.trim();

describe('what a server wrote as Markdown', () => {
  const cases: [string, string, string | undefined][] = [
    ['a line of plain text needs no rendering', 'Returns the weather.', undefined],
    ['nothing needs none', ' \n ', undefined],
    ['lines stay lines', 'One.\nTwo.', '<p>One.<br>\nTwo.</p>'],
    ['lists and code', '- `a`\n- **b**', '<ul>\n<li><code>a</code></li>\n<li><strong>b</strong></li>\n</ul>'],
    ['headings come below ours, and none is left out', '# A\n#### B\n## C', '<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>'],
    ['HTML is text', '**x** <b onclick="y">z</b>', '<p><strong>x</strong> &lt;b onclick="y"&gt;z&lt;/b&gt;</p>'],
    [
      'a comment of a program is no code',
      'Gets it.\n\n    Args:\n        city: a name',
      '<p>Gets it.</p>\n<p>Args:<br>\ncity: a name</p>',
    ],
    [
      'a link to the web, with where it leads',
      '[docs](https://example.com/a?b=1&c="d")',
      '<p><a href="https://example.com/a?b=1&amp;c=%22d%22" rel="nofollow ugc">docs</a> <span class="dim">(example.com)</span></p>',
    ],
    [
      'a link that says where it leads',
      '<https://example.com/a>',
      '<p><a href="https://example.com/a" rel="nofollow ugc">https://example.com/a</a></p>',
    ],
    ['no link to anything else', '[x](javascript:alert(1)) *y*', '<p>[x](javascript:alert(1)) <em>y</em></p>'],
    [
      'a link without words says where it leads',
      '[](https://example.com/a) *y*',
      '<p><a href="https://example.com/a" rel="nofollow ugc">example.com</a> <em>y</em></p>',
    ],
    ['a heading without words is none', '#\n\n## A', '<h3>A</h3>'],
    ['no link to nothing', '[x]() *y*', '<p>x <em>y</em></p>'],
    ['no link into this site', '[x](/contact/) *y*', '<p>[x](/contact/) <em>y</em></p>'],
    ['of a picture the words', '![a **map**](https://example.com/x.png) *y*', '<p>a map <em>y</em></p>'],
    [
      'addresses that are not marked as links are text',
      'See www.example.com or *a@example.com*',
      '<p>See www.example.com or <em>a@example.com</em></p>',
    ],
    [
      'what is unseen is shown, written out or not',
      '*a*&#x202e;b\u200bc',
      '<p><em>a</em><span class="unseen">U+202E</span>b<span class="unseen">U+200B</span>c</p>',
    ],
    [
      'a table scrolls, and has no style of its own',
      '|a|\n|-:|\n|1|',
      '<section class="scroll" tabindex="0" aria-label="Table 1 of the description"><table><thead>\n<tr>\n<th scope="col">a</th></tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table></section>',
    ],
    [
      'code in a fence scrolls',
      '```js\n<i>\n```',
      '<section class="scroll" tabindex="0" aria-label="Code 1 of the description"><pre>&lt;i&gt;\n</pre></section>',
    ],
  ];
  test.each(cases)('%s', (_name, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test('a long text is cut at a word, and says so', () => {
    const { html: shown = '', leftOut } = rendered(`# A\n\n${'word '.repeat(4000)}`, 'description') ?? {};
    expect(shown.length).toBeLessThan(6_100);
    expect(shown).toMatch(/word<\/p>\s*$/);
    expect(leftOut).toBe('14,005 more characters of it are not rendered here.');
  });
});

type Element = DefaultTreeAdapterTypes.Element;

const allowed: { [tag: string]: string[] } = {
  a: ['href', 'rel'],
  ol: ['start'],
  section: ['class', 'tabindex', 'aria-label'],
  span: ['class'],
  th: ['scope'],
  ...Object.fromEntries(
    'p br ul li strong em s code pre blockquote hr table thead tbody tr td h3 h4 h5 h6'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
};

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** What no page of ours may hold. */
function faults(text: string): string[] {
  const elements: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(rendered(text, 'description')?.html ?? ''));
  let level = 2;
  return elements.flatMap((element) => {
    const { tagName, attrs } = element;
    const heading = /^h(\d)$/.exec(tagName);
    const skipped = heading && Number(heading[1]) > level + 1 ? [`${tagName} after h${level}`] : [];
    if (heading) level = Number(heading[1]);
    const extra = attrs
      .filter(({ name }) => !allowed[tagName]?.includes(name))
      .map(({ name }) => `${name} on ${tagName}`);
    const link = attrs.find(({ name }) => name === 'href');
    const leads = link && !/^https?:\/\//.test(link.value) ? [link.value] : [];
    const silent = /^(?:h\d|a|th)$/.test(tagName) && textOf(element).trim() === '' ? [`${tagName} without words`] : [];
    return [...(allowed[tagName] ? [] : [tagName]), ...silent, ...skipped, ...extra, ...leads];
  });
}

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</pre>',
    '<img src=x onerror=y>',
    '<!--',
    '-->',
    '&lt;',
    '&#x202e;',
    '[x](',
    'javascript:y',
    'https://e.example/',
    ')',
    '](',
    '![',
    '"',
    "'",
    '`',
    '```',
    '~~~',
  ],
  ...[
    '# ',
    '###### ',
    '> ',
    '- ',
    '1. ',
    '|a|b|\n|:-|-:|\n|c|d|',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '**',
    '_',
    '~~',
    '<https://e.example>',
    '[r]: https://e.example "t"',
    '[r]',
    '\\',
    '\u0000',
    '\u202e',
    'word',
    ' ',
    '---',
    '***',
    'data:text/html,x',
  ],
);

test('whatever is written, nothing comes out but what is allowed', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (text) => {
      expect(faults(text.join(''))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('what harmful servers write is survived', () => {
  const texts = hostileTools.flatMap((tool) =>
    typeof tool === 'object' && tool !== null && 'description' in tool ? [String(tool.description)] : [],
  );
  for (const text of [...new Set(texts), '>'.repeat(5_000), '- '.repeat(3_000), '['.repeat(6_000), '*a '.repeat(2_000)])
    expect(faults(text)).toEqual([]);
});
