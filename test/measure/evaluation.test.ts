import { expect, test } from 'vitest';
import { calibration, confidenceOf, freshWords } from '../../src/classify/confidence.ts';
import type { Category, Snapshot } from '../../src/domain.ts';
import { evaluate, halfOf } from '../../src/measure/evaluation.ts';
import { parseLabels } from '../../src/measure/labels-file.ts';
import { leaveServersOut, measured } from '../../src/measure/leave-out.ts';
import { reportText } from '../../src/measure/report.ts';
import { type Classify, verdictsOf } from '../../src/measure/verdicts.ts';
import { wilson } from '../../src/measure/wilson.ts';
import { labelOf } from '../policy/labels.ts';

/** An engine that says what the description says. */
const echo: Classify = ({ description = '' }) => {
  const [category, confidence = 'high'] = description.split(' ') as [Category, 'high' | 'low'];
  return labelOf({ category, confidence, pattern: category === 'read' ? 'look' : 'agree' });
};
const snapshotOf = (tools: [name: string, description: string][]): Snapshot => ({
  server: 'x',
  capturedAt: '2026-01-01T00:00:00Z',
  protocolVersion: '2025-11-25',
  tools: tools.map(([name, description]) => ({ name, description })),
});
const row = (server: string, tool: string, category: Category, sample = 'random') => ({
  server,
  tool,
  category,
  sample,
  certain: true,
});

const snapshots = new Map([
  [
    'a',
    snapshotOf([
      ['look', 'read'],
      ['put', 'read'],
      ['drop', 'destructive'],
      ['odd', 'write low'],
    ]),
  ],
  [
    'b',
    snapshotOf([
      ['twice', 'read'],
      ['twice', 'write'],
      ['pay', 'write low'],
    ]),
  ],
]);
const rows = [
  row('a', 'look', 'read'),
  row('a', 'put', 'write'),
  row('a', 'drop', 'destructive', 'stratified'),
  row('a', 'odd', 'write'),
  row('b', 'twice', 'read'),
  row('b', 'twice', 'write'),
  row('b', 'pay', 'financial', 'stratified'),
];

test('figures are counted from what people and engine say', () => {
  const { verdicts, problems } = verdictsOf(rows, snapshots, echo);
  expect(problems).toEqual([]);
  const { all, random, errors } = evaluate(verdicts);
  expect(all).toMatchObject({ n: 7, accuracy: 5 / 7, falseReadRate: 1 / 5, falseReads: 1, lowConfidenceShare: 2 / 7 });
  expect(all.accuracyWithoutLow).toBe(4 / 5);
  expect(random).toMatchObject({ n: 5, accuracy: 4 / 5, falseReadRate: 1 / 3 });
  expect(all.perCategory).toEqual({
    read: { n: 2, precision: 2 / 3, recall: 1 },
    write: { n: 3, precision: 2 / 3, recall: 2 / 3 },
    execute: { n: 0, precision: null, recall: null },
    destructive: { n: 1, precision: 1, recall: 1 },
    financial: { n: 1, precision: null, recall: 0 },
  });
  expect(all.confusion.financial.write).toBe(1);
  expect(errors.map(({ server, tool, expected, label }) => [server, tool, expected, label])).toEqual([
    ['a', 'put', 'write', 'read'],
    ['b', 'pay', 'financial', 'write'],
  ]);
});

test('the halves hold every tool once, and all tools of a server together', () => {
  const servers = new Map(
    Array.from({ length: 40 }, (_, n) => [
      `s${n}`,
      snapshotOf([
        ['x', 'read'],
        ['y', 'read'],
      ]),
    ]),
  );
  const labels = [...servers.keys()].flatMap((id) => [row(id, 'x', 'read'), row(id, 'y', 'read')]);
  const { halves } = evaluate(verdictsOf(labels, servers, echo).verdicts);
  expect(halves.tuning.all.n + halves.checking.all.n).toBe(80);
  expect(halves.tuning.all.n).toBe(2 * [...servers.keys()].filter((id) => halfOf(id) === 'tuning').length);
  expect(Math.min(halves.tuning.all.n, halves.checking.all.n)).toBeGreaterThan(20);
});

test('left-out confidence comes from other servers only', () => {
  const server = (n: number, description: string): [string, Snapshot] => [
    `s${n}`,
    snapshotOf(Array.from({ length: 20 }, (_, i) => [`t${i}`, description])),
  ];
  const labels = (n: number, category: Category) =>
    Array.from({ length: 20 }, (_, i) => row(`s${n}`, `t${i}`, category));
  const { verdicts } = verdictsOf(
    [...labels(1, 'read'), ...labels(2, 'read'), ...labels(3, 'write'), ...labels(4, 'execute')],
    new Map([server(1, 'read'), server(2, 'read'), server(3, 'execute'), server(4, 'execute')]),
    echo,
  );
  const { all } = evaluate(leaveServersOut(verdicts, []));
  expect(all.accuracy).toBe(evaluate(verdicts).all.accuracy);
  expect(all.byConfidence).toMatchObject({ medium: { n: 60, accuracy: 2 / 3 }, low: { n: 20, accuracy: 1 } });
  expect(measured(verdicts, '2026-01-01', [])).toEqual({
    on: '2026-01-01',
    tools: 80,
    servers: 4,
    patterns: { look: { right: 40, all: 40 }, agree: { right: 20, all: 40 } },
    words: { high: { right: 0, all: 0 }, medium: { right: 40, all: 60 }, low: { right: 20, all: 20 } },
  });
});

test.each([
  ['seen often and nearly always right', { look: { right: 99, all: 100 } }, 'high'],
  ['seen seldom, however right', { look: { right: 5, all: 5 } }, 'medium'],
  ['often wrong', { look: { right: 70, all: 100 } }, 'low'],
  ['never seen', {}, 'low'],
])('a pattern %s earns its word', (_, patterns, word) => expect(confidenceOf('look', patterns)).toBe(word));

test.each([
  ['that rules were made with', calibration.words],
  ['that no rule had been tried on', freshWords()],
])('on servers %s each word is right more often than the next, and few are low', (_, { high, medium, low }) => {
  const share = ({ right, all }: { right: number; all: number }) => right / all;
  expect(share(high)).toBeGreaterThanOrEqual(0.97);
  expect(share(medium)).toBeLessThan(share(high));
  expect(share(low)).toBeLessThan(share(medium));
  expect(low.all / (high.all + medium.all + low.all)).toBeLessThanOrEqual(0.12);
});

test('what is known besides keeps a word from rising where rules were tuned, and is shown by itself', () => {
  const before = leaveServersOut(verdictsOf(rows, snapshots, echo).verdicts, [{ look: { right: 50, all: 100 } }]);
  expect(new Set(before.filter(({ label }) => label.pattern === 'look').map(({ label }) => label.confidence))).toEqual(
    new Set(['low']),
  );
  const set = { on: '2026-01-01', tools: 4, servers: 2, patterns: {}, words: calibration.words };
  expect(freshWords({ ...calibration, fresh: { one: set, two: set } }).high.all).toBe(2 * calibration.words.high.all);
});

test.each([
  [0, 0, 0, 1],
  [0, 300, 0, 0.0126],
  [95, 100, 0.8883, 0.9785],
  [10, 10, 0.7225, 1],
])('the interval of %i of %i', (hits, n, low, high) => {
  const [from, to] = wilson(hits, n);
  expect(from).toBeCloseTo(low, 3);
  expect(to).toBeCloseTo(high, 3);
});

test.each([
  ['{', 'labels.json: not JSON'],
  ['{}', 'labels.json: the file'],
  ['[]', 'labels.json: there are no rows'],
  ['[{"server":"a","tool":"b","category":"safe"}]', 'labels.json: row 0.category'],
  ['[{"server":"a","category":"read"}]', 'labels.json: row 0.tool'],
  ['[{"server":"a","tool":"b","category":"read","facets":["shiny"]}]', 'labels.json: row 0.facets'],
])('labels %s are refused with their place', (text, message) => {
  expect(parseLabels(text, 'labels.json')).toMatchObject({ problems: [expect.stringContaining(message)] });
});

test('a row that hits nothing is a problem', () => {
  const { problems } = verdictsOf([row('none', 'x', 'read'), row('a', 'none', 'read')], snapshots, echo);
  expect(problems).toEqual([
    expect.stringContaining('"none" has no snapshot'),
    expect.stringContaining('no tool "none"'),
  ]);
});

test('the text names accuracy, false Reads and errors', () => {
  const text = reportText(evaluate(verdictsOf(rows, snapshots, echo).verdicts), { errors: true });
  expect(text).toContain('accuracy: 71.4 % (35.9 to 91.8), n 7');
  expect(text).toContain('a put: read (high), people say write');
});

test('facets are counted where people looked at them, and those left open are not', () => {
  const seen: Classify = ({ description = '' }) => {
    const label = labelOf({ category: 'write' });
    return { ...label, facets: { ...label.facets, bulk: { value: description as 'yes', evidence: [] } } };
  };
  const servers = new Map([
    [
      'a',
      snapshotOf([
        ['both', 'yes'],
        ['wrong', 'yes'],
        ['missed', 'unknown'],
        ['denied', 'no'],
        ['open', 'yes'],
        ['unseen', 'yes'],
      ]),
    ],
  ]);
  const labels = [
    { ...row('a', 'both', 'write'), facets: ['bulk'] },
    { ...row('a', 'wrong', 'write'), facets: [] },
    { ...row('a', 'missed', 'write'), facets: ['bulk'] },
    { ...row('a', 'denied', 'write'), facets: ['bulk'] },
    { ...row('a', 'open', 'write'), facets: ['bulk?'] },
    row('a', 'unseen', 'write'),
  ];
  const { facets } = evaluate(verdictsOf(labels, servers, seen).verdicts);
  expect(facets?.tools).toBe(5);
  expect(facets?.figures.find(({ facet }) => facet === 'bulk')).toEqual({
    facet: 'bulk',
    n: 3,
    precision: 1 / 2,
    recall: 1 / 3,
  });
  expect(facets?.errors.filter(({ facet }) => facet === 'bulk').map(({ tool, kind }) => [tool, kind])).toEqual([
    ['wrong', 'wrong'],
    ['missed', 'missed'],
    ['denied', 'denied'],
  ]);
  expect(evaluate(verdictsOf([row('a', 'unseen', 'write')], servers, seen).verdicts)).not.toHaveProperty('facets');
});
