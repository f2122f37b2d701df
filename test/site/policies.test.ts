/** Page, questions and download say one thing, and every snippet of every page is one that was read back. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, inject, test } from 'vitest';
import { describeRule } from '../../src/policy/describe.ts';
import type { Policy, Rule } from '../../src/policy/grammar.ts';
import { parsePolicies } from '../../src/policy/parse.ts';
import { snippets } from '../../src/snippets/list.ts';
import { render } from '../../src/snippets/render.ts';
import { type ServerRules, serverKeyOf } from '../../src/snippets/snippet.ts';
import { gradeOf, gradeWords, says } from '../../src/snippets/words.ts';
import { roundTrip } from '../snippets/round-trip.ts';

type Node = DefaultTreeAdapterTypes.Node;

const folder = inject('site');

function* nodes(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodes(child);
}
const textOf = (node: Node) =>
  [...nodes(node)].map((part) => ('value' in part && part.nodeName === '#text' ? part.value : '')).join('');
const attribute = (node: Node, name: string) =>
  'attrs' in node ? node.attrs.find((attr) => attr.name === name)?.value : undefined;

function downloaded(server: string): Policy | undefined {
  const file = join(folder, 'tools', server, 'policy.yaml');
  const read = existsSync(file) ? parsePolicies(readFileSync(file, 'utf8')) : undefined;
  if (read && !read.ok) throw new Error(`${file}: ${read.findings.map(({ message }) => message).join('; ')}`);
  return read?.policies[0];
}

type ToolFile = { file: string; server: string; policy: Policy; name: string; rule: Rule; all: Node[] };

function toolFiles(): ToolFile[] {
  const files = globSync('tools/*/*/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  return files.flatMap((file) => {
    const all = [...nodes(parse(readFileSync(join(folder, file), 'utf8')))];
    const own = all.find((node) => attribute(node, 'id') === 'snippet-policy');
    const server = file.split('/')[1] ?? '';
    const policy = downloaded(server);
    // Further pages of a server's list hold no rule of one tool.
    if (/\/~\d+\//.test(file)) return [];
    if (!own || !policy) throw new Error(`${file} has no rule, or its server no policy to download`);
    const read = parsePolicies(textOf(own));
    const [entry] = read.ok ? (read.policies[0]?.tools ?? []) : [];
    if (!entry) throw new Error(`${file}: its rule cannot be read`);
    return [{ file, server, policy, name: entry[0], rule: entry[1], all }];
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
  const missing = [...new Set(tools.map(({ policy }) => policy.server))].flatMap((server) =>
    [...(downloaded(server)?.tools.keys() ?? [])].filter((name) => !names.has(`${server} ${name}`)),
  );
  expect(missing).toEqual([]);
});

test('the rule of a page is the rule of the download', () => {
  const policies = new Map(tools.map(({ server, policy }) => [server, policy]));
  const other = tools.filter(
    ({ server, name, rule }) => JSON.stringify(policies.get(server)?.tools.get(name)) !== JSON.stringify(rule),
  );
  expect(other.map(({ file }) => file)).toEqual([]);
});

test('every snippet of every page is what its format makes of that rule, and reads back as that rule', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const tool of tools) {
    for (const snippet of snippets) {
      const shown = tool.all.find((node) => attribute(node, 'id') === `snippet-${snippet.id}`);
      if (!shown) continue;
      seen++;
      const rules = rulesOf(tool);
      const made = render(snippet, [rules]);
      if (!made.ok || made.text !== textOf(shown)) wrong.push(`${tool.file} ${snippet.id}: another text`);
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

test('the band, the sentence under a snippet and the grade say what the rule says', () => {
  const wrong = tools.flatMap(({ file, rule, all }) => {
    const page = all.find((node) => node.nodeName === 'main');
    const text = page ? textOf(page) : '';
    const { headline, sentence } = describeRule(rule);
    const own = snippets.filter(({ id }) => all.some((node) => attribute(node, 'id') === `snippet-${id}`));
    const wanted = [
      headline,
      sentence,
      ...own.flatMap((snippet) => [says(snippet, rule), gradeWords[gradeOf(snippet, rule)]]),
    ];
    return wanted.filter((words) => !text.includes(words)).map((words) => `${file}: no “${words}”`);
  });
  expect(wrong.slice(0, 20)).toEqual([]);
});

test('the questions quote the limit that the rule has, and no other', () => {
  const wrong = tools.flatMap(({ file, rule, all }) => {
    const questions = all.find((node) => attribute(node, 'id') === 'questions');
    const quoted = [...(questions ? textOf(questions) : '').matchAll(/rate_limit: \{ max: (\d+), window: (\d+) \}/g)];
    const own = rule.rate_limit ?? { max: 5, window: 60 };
    const fits = quoted.every(([, max, window]) => Number(max) === own.max && Number(window) === own.window);
    return fits && quoted.length > 0 ? [] : [file];
  });
  expect(wrong).toEqual([]);
});
