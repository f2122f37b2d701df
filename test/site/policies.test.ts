/** Page, questions and download say one thing, and every snippet of every page is one that was read back. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, inject, test } from 'vitest';
import { describeRule } from '../../src/policy/describe.ts';
import type { Policy, Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { catalogYaml } from '../../src/snippets/catalog-yaml.ts';
import { noEntry } from '../../src/snippets/gateway-entry.ts';
import { snippets } from '../../src/snippets/list.ts';
import { wholePolicy } from '../../src/snippets/published.ts';
import { render } from '../../src/snippets/render.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { gradeOf, gradeWords, says } from '../../src/snippets/words.ts';
import { meet, meetingsOf } from '../snippets/decisions.ts';
import { roundTrip } from '../snippets/round-trip.ts';

type Node = DefaultTreeAdapterTypes.Node;

const folder = inject('site');

type Shown = {
  /** The text of every snippet, by the id of its format. */
  snippets: Map<string, string>;
  main: string;
  questions: string;
};

/** One walk over the page; only text is kept, for there are thousands of pages. */
function readShown(html: string): Shown {
  const shown: Shown = { snippets: new Map(), main: '', questions: '' };
  const walk = (node: Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value;
    if (!('childNodes' in node)) return '';
    const text = node.childNodes.map(walk).join('');
    const id = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'id')?.value ?? '') : '';
    if (id.startsWith('snippet-')) shown.snippets.set(id.slice('snippet-'.length), text);
    if (id === 'questions') shown.questions = text;
    if (node.nodeName === 'main') shown.main = text;
    return text;
  };
  walk(parse(html));
  return shown;
}

const policies = new Map<string, Policy | undefined>();

function downloaded(server: string): Policy | undefined {
  if (policies.has(server)) return policies.get(server);
  const file = join(folder, 'tools', server, 'policy.yaml');
  const read = existsSync(file) ? parsePolicies(readFileSync(file, 'utf8')) : undefined;
  if (read && !read.ok) throw new Error(`${file}: ${read.findings.map(({ message }) => message).join('; ')}`);
  policies.set(server, read?.policies[0]);
  return read?.policies[0];
}

type ToolFile = { file: string; server: string; policy: Policy; name: string; rule: Rule; shown: Shown };

function toolFiles(): ToolFile[] {
  const files = globSync('tools/*/*/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  return files.flatMap((file) => {
    // Further pages of a server's list hold no rule of one tool.
    if (/\/~\d+\//.test(file)) return [];
    const shown = readShown(readFileSync(join(folder, file), 'utf8'));
    const server = file.split('/')[1] ?? '';
    const policy = downloaded(server);
    const read = parsePolicies(shown.snippets.get('policy') ?? '');
    const [entry] = read.ok ? (read.policies[0]?.tools ?? []) : [];
    if (!entry || !policy) throw new Error(`${file} has no rule that can be read, or its server no policy`);
    return [{ file, server, policy, name: entry[0], rule: entry[1], shown }];
  });
}

const tools = toolFiles();
const rulesOf = ({ server, name, rule }: ToolFile): ServerRules => ({
  server,
  serverKey: serverKeyOf(server),
  tools: new Map([[name, rule]]),
});

test('there are tools of many servers, and every rule of a download has its page', () => {
  expect(tools.length).toBeGreaterThan(50);
  const names = new Set(tools.map(({ server, name }) => `${server} ${name}`));
  const rules = [...new Set(tools.map(({ policy }) => policy))].flatMap(({ server, tools: all }) =>
    [...all.keys()].map((name) => `${server} ${name}`),
  );
  expect(rules.filter((rule) => !names.has(rule))).toEqual([]);
});

test('the rule of a page is the rule of the download', () => {
  const other = tools.filter(
    ({ server, name, rule }) => JSON.stringify(downloaded(server)?.tools.get(name)) !== JSON.stringify(rule),
  );
  expect(other.map(({ file }) => file)).toEqual([]);
});

test('every snippet of every page is what its format makes of that rule, and reads back as that rule', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const tool of tools) {
    for (const snippet of snippets) {
      const text = tool.shown.snippets.get(snippet.id);
      if (text === undefined) continue;
      seen++;
      const rules = rulesOf(tool);
      const made = render(snippet, [rules]);
      if (!made.ok || made.text !== text) wrong.push(`${tool.file} ${snippet.id}: another text`);
      wrong.push(...roundTrip(snippet, [rules]).differing);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(2 * tools.length);
});

test('every format that is not in a page reads back too, for each rule of the site', () => {
  const differing = [...new Map(tools.map((tool) => [tool.server, tool.policy])).values()].flatMap((policy) =>
    snippets.flatMap((snippet) => {
      const server = { ...policy, serverKey: serverKeyOf(policy.server) };
      return roundTrip(snippet, [server]).differing;
    }),
  );
  expect(differing.slice(0, 20)).toEqual([]);
});

test('real calls go as the rule of each page says, in every format, of one tool and of a whole server', () => {
  const wrong: string[] = [];
  let calls = 0;
  for (const policy of new Set(tools.map((tool) => tool.policy))) {
    const pages = tools.filter((tool) => tool.policy === policy);
    const schemas = new Map(pages.map((page) => [page.name, inputSchemaOf(page)]));
    const meetings = meetingsOf(policy.tools, schemas);
    const server = { ...policy, serverKey: serverKeyOf(policy.server) };
    const { default: _, reason: __, ...one } = server;
    const each = meetings.map((met) => ({ rules: { ...one, tools: new Map([[met.name, met.rule]]) }, met: [met] }));
    for (const { rules, met } of [{ rules: server, met: meetings }, ...each]) {
      for (const snippet of snippets) {
        const { differing, weaker, ...more } = meet(snippet, rules, met);
        wrong.push(...differing, ...weaker);
        calls += more.calls;
      }
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(calls).toBeGreaterThan(1000 * snippets.length);
}, 180_000);

/** From the page's twin, so that it is what the site itself says of the tool; one that is very long has none. */
function inputSchemaOf({ file }: ToolFile): unknown {
  const twin = readFileSync(join(folder, file.replace(/\/index\.html$/, '.json')), 'utf8');
  return JSON.parse(twin).definition?.inputSchema;
}

test('what a browser is given of a server is its download, valid by itself and in the same order', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(join(folder, 'policy.schema.json'), 'utf8')),
  );
  const wrong = globSync('tools/*/policy.yaml', { cwd: folder }).flatMap((file) => {
    const server = file.replaceAll('\\', '/').split('/')[1] ?? '';
    const text = readFileSync(join(folder, 'tools', server, 'recommended.policy.json'), 'utf8');
    const made = render(catalogYaml, [wholePolicy(JSON.parse(text))]);
    const same = made.ok && made.text === readFileSync(join(folder, file), 'utf8');
    return [
      ...(same ? [] : [`${server}: another policy`]),
      ...(parsePolicies(text).ok ? [] : [`${server}: the gateway does not read it`]),
      ...(validate(JSON.parse(text)) ? [] : [`${server}: ${JSON.stringify(validate.errors)}`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('the band, the sentence under a snippet and the grade say what the rule says', () => {
  const reachedAs = new Map(
    [...new Set(tools.map(({ server }) => server))].map((server) => [server, reachedBy(server)]),
  );
  const wrong = tools.flatMap(({ file, server, rule, shown }) => {
    const reached = reachedAs.get(server);
    const { headline, sentence } = describeRule(rule);
    const own = snippets.filter(({ id }) => shown.snippets.has(id));
    const wanted = [
      headline,
      sentence,
      ...own.flatMap((snippet) => [says(snippet, rule, reached), gradeWords[gradeOf(snippet, rule, reached)]]),
      ...(reached === 'http' ? [noEntry] : []),
    ];
    return wanted.filter((words) => !shown.main.includes(words)).map((words) => `${file}: no “${words}”`);
  });
  expect(wrong.slice(0, 20)).toEqual([]);
});

function reachedBy(server: string): 'stdio' | 'http' {
  const text = readFileSync(join(folder, 'tools', server, 'recommended.policy.json'), 'utf8');
  return JSON.parse(text)['x-start'].type;
}

test('the questions quote the limit that the rule has, and no other', () => {
  const wrong = tools.flatMap(({ file, rule, shown }) => {
    const quoted = [...shown.questions.matchAll(/rate_limit: \{ max: (\d+), window: (\d+) \}/g)];
    const own = rule.rate_limit ?? { max: 5, window: 60 };
    const fits = quoted.every(([, max, window]) => Number(max) === own.max && Number(window) === own.window);
    return fits && quoted.length > 0 ? [] : [file];
  });
  expect(wrong).toEqual([]);
});
