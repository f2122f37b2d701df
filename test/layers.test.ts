/** Who may import whom, and which folders know nothing of the world outside. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Each layer may import itself and every layer in a row above its own. */
const rows = [
  ['domain', 'digest', 'slugs', 'urls', 'schema'],
  ['classify', 'hygiene'],
  ['measure'],
  ['policy'],
  ['snippets'],
  ['catalog-changes'],
  ['catalog', 'cache'],
  ['catalog-checks'],
  ['contact'],
  ['content', 'introspect', 'declare', 'hosts', 'client', 'styles'],
  ['page'],
  ['gateway'],
  ['search'],
  ['templates'],
  ['pages'],
];
/** The first layers know each other in one direction only, and what runs in a browser or a host knows little. */
const narrower: Record<string, string[]> = {
  domain: [],
  digest: ['domain'],
  slugs: ['digest'],
  urls: ['domain'],
  schema: ['domain'],
  hygiene: ['domain'],
  cache: ['domain', 'digest'],
  introspect: ['domain', 'digest', 'cache'],
  declare: ['domain'],
  gateway: ['domain', 'digest', 'policy', 'introspect'],
  contact: ['domain'],
  hosts: ['contact'],
  client: ['domain', 'urls', 'policy', 'snippets', 'contact'],
};
const pure = [
  'domain',
  'slugs',
  'urls',
  'schema',
  'classify',
  'hygiene',
  'measure',
  'policy',
  'snippets',
  'catalog',
  'catalog-changes',
  'page',
  'declare',
];
const impure = /'node:|\bfetch\(|\bDate\.now\b|\bnew Date\(\)|\bprocess\.\w|\bMath\.random\b|\bperformance\./;

const files = globSync('src/**/*.{ts,js,astro}').map((file) => ({ file, source: readFileSync(file, 'utf8') }));
const layerOf = (path: string) => {
  const layer = path.replace(/^src\//, '').split(/[/.]/)[0] ?? '';
  return ['sections', 'components', 'layouts'].includes(layer) ? 'templates' : layer;
};

const mayImport = (from: string, to: string) => {
  const above = rows
    .slice(
      0,
      rows.findIndex((row) => row.includes(from)),
    )
    .flat();
  return from === to || (narrower[from] ?? above).includes(to);
};

test('every file stands in a layer', () => {
  const known = [...rows.flat(), 'env'];
  expect(files.map(({ file }) => file).filter((file) => !known.includes(layerOf(file)))).toEqual([]);
});

test('imports point at lower layers only', () => {
  const wrong = files.flatMap(({ file, source }) =>
    [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, path]) => new URL(path ?? '', `file:///${file}`).pathname.slice(1))
      .filter((target) => !mayImport(layerOf(file), layerOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('what search brings to a browser is its own, addresses and types', () => {
  const sources = new Map(files.map(({ file, source }) => [file, source]));
  const reached = new Set(['src/search/search-page.ts']);
  for (const file of reached) {
    const values = (sources.get(file) ?? '').matchAll(/^(?:import|export) (?!type ).*?'(\.{1,2}\/[^']+)'/gms);
    for (const [, path = ''] of values) reached.add(new URL(path, `file:///${file}`).pathname.slice(1));
  }
  expect(reached.size).toBeGreaterThan(5);
  expect([...reached].filter((file) => !['search', 'urls'].includes(layerOf(file)))).toEqual([]);
  expect([...reached].filter((file) => /'node:|\bprocess\./.test(sources.get(file) ?? ''))).toEqual([]);
});

test('pure layers know no files, network, clock, chance or environment', () => {
  const wrong = files.filter(({ file, source }) => pure.includes(layerOf(file)) && impure.test(source));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
