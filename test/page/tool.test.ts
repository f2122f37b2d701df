import { describe, expect, test } from 'vitest';
import type { CatalogServer } from '../../src/catalog.ts';
import type { Evidence, Place } from '../../src/classify/label.ts';
import { declaredServer } from '../../src/domain.ts';
import { toolPage } from '../../src/page/tool.ts';
import { placeWords } from '../../src/page/why.ts';
import { catalogOf, serverOf, type ToolSketch } from './catalog.ts';

const server = (sketches: ToolSketch[]) => serverOf('plex', sketches);
function pageOf(of: CatalogServer, index = 0) {
  const tool = of.tools[index];
  if (!tool) throw new Error(`no tool ${index}`);
  return toolPage(catalogOf([of]), of, tool);
}
const only = (sketch: ToolSketch) => pageOf(server([sketch]));
const fact = (page: ReturnType<typeof only>, name: string) => page.facts.find((one) => one.name === name)?.text;

const evidence = (place: Place, span: [number, number], quote: string, effect: Evidence['effect'] = 'supports') => ({
  rule: 'test',
  place,
  span,
  quote,
  effect,
  category: 'write' as const,
  note: 'a test',
});

describe('missing facts say that they are missing', () => {
  const schemas: [string, ToolSketch, string][] = [
    ['no schema', { name: 'a' }, 'not described'],
    ['a schema that says nothing', { name: 'a', inputSchema: {} }, 'not described'],
    ['a schema that is nonsense', { name: 'a', inputSchema: [1] }, 'not described'],
    ['no parameters', { name: 'a', inputSchema: { type: 'object', properties: {} } }, 'none'],
    ['one', { name: 'a', inputSchema: { properties: { x: {} } } }, '1, none required'],
    ['one required', { name: 'a', inputSchema: { properties: { x: {} }, required: ['x'] } }, '1, required'],
    [
      'two of three',
      { name: 'a', inputSchema: { properties: { x: {}, y: {}, z: {} }, required: ['x', 'y'] } },
      '3, 2 required',
    ],
  ];
  test.each(schemas)('parameters with %s', (_, sketch, expected) => {
    expect(fact(only(sketch), 'Parameters')).toBe(expected);
  });

  test('annotations, publisher and description', () => {
    const page = only({ name: 'a' });
    expect([fact(page, 'Annotations'), fact(page, 'Publisher'), page.summary]).toEqual([
      'none declared',
      'not declared',
      undefined,
    ]);
    expect(page.questions[0]?.answer[0]).toEqual([
      'The server does not describe it; its name and its parameters are all there is.',
    ]);
  });
});

describe('the definition is shown with its evidence marked', () => {
  test('spans that overlap are each marked once, and the text stays whole', () => {
    const description = 'Create or replace a list.';
    const { why } = only({
      name: 'create_list',
      description,
      label: {
        evidence: [
          evidence('name', [0, 6], 'create'),
          evidence('description', [0, 17], 'Create or replace'),
          evidence('description', [10, 24], 'replace a list', 'opposes'),
          evidence('description', [90, 99], 'beyond the end'),
        ],
      },
    });
    expect(why.name).toEqual([
      { text: 'create', effect: 'supports' },
      { text: '_list', effect: '' },
    ]);
    expect(why.description.shown).toEqual([
      { text: 'Create or replace', effect: 'supports' },
      { text: ' a list', effect: 'opposes' },
      { text: '.', effect: '' },
    ]);
    expect([why.supports.length, why.against.length]).toEqual([3, 1]);
  });

  test('a long description is folded, a giant one is bounded and says by how much', () => {
    const { why } = only({ name: 'a', description: 'word '.repeat(10_000) });
    const length = (segments: { text: string }[]) => segments.reduce((sum, { text }) => sum + text.length, 0);
    const { shown, folded, leftOut } = why.description;
    expect(length(shown)).toBeLessThanOrEqual(1500);
    expect(length(folded)).toBeLessThanOrEqual(20_000);
    const hidden = 50_000 - length(shown) - length(folded);
    expect(leftOut).toBe(`${hidden.toLocaleString('en')} more characters are not shown here.`);
  });

  const places: [Place, string][] = [
    ['name', 'name'],
    ['/inputSchema/properties/force', 'parameter force'],
    ['/inputSchema/properties/force/description', 'parameter force, description'],
    ['/inputSchema/properties/filter/properties/a~1b/enum/2', 'parameter filter.a/b, enum'],
    ['/outputSchema', 'outputSchema'],
  ];
  test.each(places)('%s is the %s', (place, words) => {
    expect(placeWords(place)).toBe(words);
  });
});

describe('the page follows from this tool', () => {
  test('two Read tools with different facets give different reasons', () => {
    const mail = only({ name: 'read_mail', label: { yes: ['private-data', 'untrusted-content'] } });
    const time = only({ name: 'get_time' });
    expect(mail.reasons.length).toBe(3);
    expect(time.reasons).toEqual([mail.reasons[0]]);
  });

  test('a rate limit is offered where it can act, and explained where it cannot', () => {
    const answers = (['read', 'destructive'] as const).map((category) =>
      JSON.stringify(only({ name: 'a', category }).questions[3]?.answer),
    );
    expect(answers[0]).toContain('at most 60 calls in any 60 seconds');
    expect(answers[1]).toContain('would never act');
  });

  test('an unclear tool is called Unclear on every part of the page', () => {
    const page = only({ name: 'do', category: 'write', label: { unclear: true, confidence: 'low' } });
    expect([page.verdict.category, page.verdict.risk, page.verdict.mark, page.why.title]).toEqual([
      'Unclear',
      'Unclear',
      'unclear',
      'Why Unclear',
    ]);
    expect(page.head.description).toContain('Unclear');
  });

  test('a name that the server lists twice is a warning on both pages', () => {
    const twice = server([{ name: 'a' }, { name: 'a', category: 'destructive' }]);
    for (const index of [0, 1]) expect(pageOf(twice, index).notes[0]).toContain('2 tools of this name');
    expect(pageOf(twice, 0).policy.rule).toBe('Deny');
  });

  test('options that raise are named in the band', () => {
    const raisedBy = [{ path: ['force'], category: 'destructive' as const, otherwise: 'write' as const }];
    expect(only({ name: 'push', category: 'destructive', label: { raisedBy } }).verdict.does).toBe(
      'Destructive with force, Write otherwise.',
    );
  });
});

describe('a server with an address is not said to be held by the gateway', () => {
  const transport = { type: 'http', url: 'https://mcp.example.org/' } as const;
  const far = serverOf('far', [{ name: 'write_note', category: 'write' }], {
    declared: declaredServer.parse({ transport }),
  });
  const { policy, questions } = pageOf(far);
  const why = expect.stringMatching(/^The gateway stands in for servers that a command starts; .*\.$/);

  test('by its own rule, or by its questions', () => {
    const [own] = policy.snippets;
    expect(own).toMatchObject({ id: 'policy', grade: { id: 'cannot' }, note: '', noEntry: why, entry: undefined });
    expect(questions[1]?.answer[0]).toEqual([why]);
  });

  test('and other programs that lose its limit say that it stays lost', () => {
    // Docker's gateway has no list of commands that ours could stand in.
    const losing = policy.snippets.filter(({ id, grade }) => grade.id === 'cannot' && id !== 'docker');
    expect(losing.length).toBeGreaterThan(5);
    for (const { id, entry, noEntry } of losing) {
      expect([id, entry]).toEqual([id, undefined]);
      expect(noEntry, id).toEqual(why);
    }
  });
});
