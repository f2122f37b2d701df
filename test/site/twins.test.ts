/** The machine twins of every page: they exist, fit their published schemas, and hold no markup of a server. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import MarkdownIt from 'markdown-it';
import { describe, expect, inject, test } from 'vitest';

const folder = inject('site');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const json = (file: string) => JSON.parse(read(file));
const find = (pattern: string) =>
  globSync(pattern, { cwd: folder, exclude: ['**/*.policy.json'] }).map((file) => file.replaceAll('\\', '/'));
const pages = find('tools/*/**/index.html').filter((file) => !file.includes('/~'));
const twinsOf = (ending: string) => pages.map((page) => page.replace('/index.html', ending)).toSorted();
const anyTool = find('tools/*/*.json')[0] ?? '';
const { url: home } = json('catalog.json');

/** Formats are checked where the values are made; the facets are named by propertyNames, which strictRequired overlooks. */
const options = { strict: true, strictRequired: false, validateFormats: false };
const validatorOf = (kind: string) => new Ajv2020(options).compile(json(`${kind}.schema.json`));

test('every tool and every server has both twins, and nothing else has', () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(find('tools/**/*.json').toSorted()).toEqual(twinsOf('.json'));
  expect(find('tools/**/*.md').toSorted()).toEqual(twinsOf('.md'));
});

describe('JSON', () => {
  test.each([
    ['tool', 'tools/*/*.json'],
    ['server', 'tools/*.json'],
    ['catalog', 'catalog.json'],
  ])('fits the published schema of a %s, and names it', (kind, pattern) => {
    const validate = validatorOf(kind);
    const files = find(pattern);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) => {
      const twin = json(file);
      const named = twin.$schema === `${home}${kind}.schema.json` ? [] : [`${file}: $schema ${twin.$schema}`];
      return validate(twin) ? named : [...named, `${file}: ${JSON.stringify(validate.errors)}`];
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('the catalog names every twin, and each twin itself', () => {
    const { servers } = json('catalog.json');
    const named = servers.flatMap((server: { json: string; tools: { json: string }[] }) => [
      server.json,
      ...server.tools.map((tool) => tool.json),
    ]);
    expect(named.toSorted()).toEqual(twinsOf('.json').map((file) => home + encodeURI(file)));
    expect(json(anyTool).url).toBe(`${home}${encodeURI(anyTool).replace(/\.json$/, '/')}`);
  });

  test('an example call of a tool is one that its input schema accepts', () => {
    const ajv = { strict: false, validateSchema: false, logger: false } as const;
    const [draft7, newest] = [new Ajv(ajv), new Ajv2020(ajv)];
    for (const one of [draft7, newest]) (addFormats as unknown as (to: unknown) => void)(one);
    const twins = find('tools/*/*.json').map((file) => ({ file, ...json(file) }));
    const shown = twins.filter((twin) => twin.definition && twin.exampleArguments);
    expect(shown.length).toBeGreaterThan(twins.length * 0.9);
    const compiled = new Map<string, ValidateFunction>();
    const validatorFor = (schema: object) => {
      const text = JSON.stringify(schema);
      // A list of `items` is of an older draft, whether the schema says so or not.
      const validate = compiled.get(text) ?? (/draft-0[467]|"items":\[/.test(text) ? draft7 : newest).compile(schema);
      compiled.set(text, validate);
      return validate;
    };
    const wrong = shown.filter((twin) => !validatorFor(twin.definition.inputSchema)(twin.exampleArguments));
    expect(wrong.map(({ file, exampleArguments }) => [file, exampleArguments])).toEqual([]);
  });

  test('the schema refuses what is not such a twin', () => {
    const validate = validatorOf('tool');
    const twin = json(anyTool);
    expect(validate(twin)).toBe(true);
    expect(validate({ ...twin, extra: 1 })).toBe(false);
    expect(validate({ ...twin, label: { ...twin.label, risk: 'none' } })).toBe(false);
  });
});

describe('Markdown', () => {
  const eager = new MarkdownIt({ html: true, linkify: true });
  const files = [...find('tools/**/*.md'), 'llms.txt'];

  test('holds no HTML and no pictures, and links only to this site and to what people declared', () => {
    const declared = new Set(
      find('tools/*.json').flatMap((file) => {
        const { repository, homepage } = json(file);
        return [repository, homepage];
      }),
    );
    const wrong = files.flatMap((file) =>
      eager
        .parse(read(file), {})
        .flatMap((token) => [token, ...(token.children ?? [])])
        .flatMap((token) => {
          if (/^html|^image/.test(token.type)) return [`${file}: ${token.content}`];
          const href = token.type === 'link_open' ? (token.attrGet('href') ?? '') : home;
          return href.startsWith(home) || declared.has(href) ? [] : [`${file}: ${href}`];
        }),
    );
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('has the headings of the page and no others', () => {
    const own =
      /^(?:Description$|Parameters|What it returns|Why |What the |What speaks |What each |What else |What has changed$|Policy|Questions|Related|Same |Elsewhere|Example|How to |Tools|Its |Found in the definition|Get in touch|Servers|Data|Which )/;
    const asked = /^(?:What does|How do I|What risk|Can I|Which server)/;
    const wrong = files.flatMap((file) => {
      const tokens = eager.parse(read(file), {});
      return tokens.flatMap((token, at) => {
        const text = tokens[at + 1]?.content ?? '';
        const known = token.tag === 'h1' ? at === 0 : own.test(text) || asked.test(text);
        return token.type === 'heading_open' && !known ? [`${file}: ${text}`] : [];
      });
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('says the label, the rule and the parameters of a tool', () => {
    const text = read(anyTool.replace(/json$/, 'md'));
    for (const part of ['How risky: ', 'The rule we recommend: ', '## Parameters', '## Policy', 'version: 1']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|\[object/);
  });
});
