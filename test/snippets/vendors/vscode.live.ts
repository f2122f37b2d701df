/**
 * The code of VS Code that decides whether a call may go unasked, taken out of the package in which npm has it. It is
 * found by names that its own settings and methods have; another version may need other ones.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Rule } from '../../../src/policy/grammar.ts';
import { render } from '../../../src/snippets/render.ts';
import { vscode } from '../../../src/snippets/vscode.ts';
import { nastyNames } from '../../policy/labels.ts';
import { of, ruleKinds, wholePolicy } from '../cases.ts';
import { readers } from '../readers.ts';
import { installed } from './installed.ts';

const setting = 'chat.tools.eligibleForAutoApproval';
const version = vscode.proven.by === 'code' ? vscode.proven.version : '';

type Eligible = (tool: object) => boolean;
let isEligible: (settings: object, tool: string) => boolean;
let schema: string;

beforeAll(async () => {
  const root = join(await installed('code-server@4.139.1'), 'code-server/lib/vscode');
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version);
  const bundle = readFileSync(join(root, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  const found = (pattern: RegExp) => {
    const [text, part] = pattern.exec(bundle) ?? [];
    if (text === undefined) throw new Error(`VS Code ${version} has no ${pattern}`);
    return part ?? text;
  };
  const method = found(/(isToolEligibleForAutoApproval\(e\)\{.*?return!0\})async /);
  const [, naming = '', always = ''] = /\?\?(\w+)\(e\);.*?if\((\w+)\.has\(e\.id\)\)return!1/.exec(method) ?? [];
  const special = found(/(getEligibleForAutoApprovalSpecialCase\(e\)\{.*?\})isToolEligible/);
  const body = found(new RegExp(`(function ${naming}\\(s,o\\)\\{.*?\\})function `));
  const referenceName = found(/this\.referenceName=t\.name(\.replaceAll\("[^"]+","[^"]+"\))/);
  schema = found(new RegExp(`"${setting}":\\{default:.*?policy:`));
  const make = new Function(
    'settings',
    `const ${always}=new Set();${body};
    return { _configurationService: { getValue: () => settings }, ${special}, ${method} }`,
  );
  const nameOf = new Function('name', `return name${referenceName}`) as (name: string) => string;
  isEligible = (settings, tool) => {
    const asked = make(settings) as { isToolEligibleForAutoApproval: Eligible };
    const source = { type: 'mcp' };
    return asked.isToolEligibleForAutoApproval({ id: 'x', source, toolReferenceName: nameOf(tool), displayName: tool });
  };
});

test('the setting is an object of names with true or false', () => {
  expect(schema).toMatch(/type:"object",.*additionalProperties:\{type:"boolean"\}/);
});

const plain = [...Array(200).keys()].map((n) => ['a.b', 'a_b', 'A-b', 'x..y', '_', 'fetch'][n % 6] + String(n));
const names = [...new Set([...nastyNames, ...plain, '__proto__', 'toString'])];
const rules = [
  ...wholePolicy,
  ...names.map((name, at) => [name, ruleKinds[at % ruleKinds.length] as Rule] as const),
] as const;

test('each tool may go unasked just where the text says so', () => {
  const made = render(vscode, [of(rules, { default: 'deny' })]);
  if (!made.ok) throw new Error(made.why);
  const left = new Set(made.leftOut.map(({ tool }) => tool));
  const settings = JSON.parse(made.text)[setting];
  const written = rules.map(([name]) => name).filter((name) => !left.has(name));
  const differing = written.filter((name) => {
    const said = readers['vscode']?.(made.text).decide('plex', name);
    return said !== (isEligible(settings, name) ? 'allow' : 'ask');
  });
  expect(differing).toEqual([]);
  expect(written.length).toBeGreaterThan(200);
  process.stdout.write(`VS Code ${version}: ${written.length} tools as the text says\n`);
});
