/** What people and machines wrote, read from real folders by the real scripts. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionDigest } from '../src/digest.ts';
import { toolDefinition } from '../src/domain.ts';
import { brokenContent, writeContent } from './fixtures/broken.ts';

const snapshotOf = (tools: object[]) =>
  JSON.stringify({ server: 'files', capturedAt: '2026-10-01T08:00:00Z', protocolVersion: '2025-11-25', tools });

function check(files: { [file: string]: string }) {
  const folder = writeContent(files);
  const env = { ...process.env, CONTENT_DIR: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', '--json'], {
    env,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe('');
  const said = JSON.parse(stdout.replaceAll(`${folder}/`, '')) as { problems: string[]; findings: string[] };
  return { status, ...said };
}

describe('a fault in what people wrote is told with its place and what to do', () => {
  const rows: Record<keyof typeof brokenContent, { problems?: RegExp[]; findings?: RegExp[] }> = {
    'bad-id': { problems: [/^servers\/Files Server\.yaml: "Files Server" is no id\. Name the file/] },
    'bad-override': {
      problems: [
        /^servers\/files\.yaml:6:5: overrides\.delete_file\.category: .*"read"/,
        /:5:3: overrides\.delete_file\.because: /,
        /:8:5: overrides\.delete_file\.date: /,
        /:9:5: overrides\.delete_file\.definition: must be sha256:/,
      ],
    },
    'bad-site': {
      problems: [
        /^site\.yaml:2:1: url: /,
        /:3:1: contact: /,
        /:1:1: titel: is not known here\. Did you mean "title"\?/,
      ],
    },
    'bad-url': {
      problems: [/:1:1: homepage: must be an http or https/, /:2:1: repository: must/, /:5:3: transport\.url: must/],
    },
    'duplicate-id': { problems: [/files\.yml: .*files\.yaml declares "files" already\. Keep one/] },
    'duplicate-id-by-case': { problems: [/FILES\.yaml: "FILES" is no id/] },
    'duplicate-key': { problems: [/files\.yaml:2:1: Map keys must be unique/] },
    'empty-file': { problems: [/files\.yaml:1:1: transport: /] },
    'lost-key': { problems: [/files\.yaml:\d+:3: __proto__: a key of this name would be lost\. Take it out/] },
    'no-transport': { problems: [/files\.yaml:1:1: transport: /] },
    'not-a-mapping': { problems: [/files\.yaml:1:1: the file: .*expected object/] },
    'number-for-text': { problems: [/:1:1: title: .*expected string/, /transport\.args\.1: .*expected string/] },
    'override-redundant': { findings: [/override for "delete_file": the rules say destructive too\. Take it out/] },
    'override-stale': { findings: [/override for "delete_file": made for another definition.*sha256:[0-9a-f]{64}$/] },
    'override-unknown-tool': {
      findings: [/override for "remove_file": no such tool\. Did you mean "(?:read|delete)_file"/],
    },
    'snapshot-of-another': { problems: [/snapshots\/files\.json: is of the server "mail"\. Restore it/] },
    'snapshot-syntax': { problems: [/snapshots\/files\.json: not JSON .*npm run snapshot -- files/] },
    'unknown-key': { problems: [/files\.yaml:2:1: licence: is not known here\. Did you mean "license"\?/] },
    'unknown-transport-key': { problems: [/:4:3: transport\.arguments: is not known here\. Known here: .*args/] },
    'unknown-transport-type': { problems: [/:2:3: transport\.type: must be stdio or http/] },
    'yaml-syntax': { problems: [/files\.yaml:4:12: /] },
    'many-flaws': {
      problems: [
        /files\.yaml:2:1: homepage: /,
        /files\.yaml:3:1: transport\.command: /,
        /files\.yaml:5:3: transport\.comand: .*Did you mean "command"/,
        /files\.yaml:1:1: licence: /,
        /mail\.yaml:1:1: tags: /,
        /mail\.yaml:4:3: transport\.url: /,
      ],
    },
  };
  test.each(Object.entries(rows))('%s', (flaw, { problems = [], findings = [] }) => {
    const said = check(brokenContent[flaw as keyof typeof brokenContent]);
    for (const problem of problems) expect(said.problems.join('\n')).toMatch(new RegExp(problem.source, 'm'));
    for (const finding of findings) expect(said.findings.join('\n')).toMatch(new RegExp(finding.source, 'm'));
    expect(said.problems.length >= problems.length && said.findings.length === findings.length).toBe(true);
    expect(said.status).toBe(1);
  });
});

test('a good folder has nothing to mend, with or without site.yaml and snapshots', () => {
  const server = 'transport: { type: stdio, command: node }\n';
  expect(check({ 'servers/files.yaml': server })).toEqual({ status: 0, problems: [], findings: [] });
  const asked = { 'servers/files.yaml': server, 'snapshots/files.json': snapshotOf([{ name: 'x', odd: 1 }]) };
  expect(check(asked)).toEqual({ status: 0, problems: [], findings: [] });
  const log = { 'changes/files.json': '{"server":"files","changes":[]}' };
  expect(check({ ...asked, ...log })).toEqual({ status: 0, problems: [], findings: [] });
});

test.each([
  ['{', /changes\/files\.json: not JSON .*Restore it, or delete it\./],
  ['{"server":"other","changes":[]}', /changes\/files\.json: is of the server "other"\. Restore it, or delete it\./],
  ['{"server":"files","changes":[{"kind":"odd"}]}', /changes\/files\.json: changes\.0\./],
])('changes that read %s are refused with their place', (text, message) => {
  const server = 'transport: { type: stdio, command: node }\n';
  expect(check({ 'servers/files.yaml': server, 'changes/files.json': text }).problems.join('\n')).toMatch(message);
});

test('every key of what a server said counts for its digest', () => {
  const [plain, odd] = ['{}', '{"__proto__":{"destructiveHint":true}}'].map((annotations) =>
    definitionDigest(toolDefinition.parse(JSON.parse(`{"name":"x","annotations":${annotations}}`))),
  );
  expect(odd).not.toBe(plain);
});

test('snapshots and changes of a server that nobody declares are found', () => {
  const left = { 'snapshots/files.json': snapshotOf([]), 'changes/files.json': '{"server":"files","changes":[]}' };
  const { status, findings } = check({ ...left, 'site.yaml': 'title: Ours\n' });
  expect(findings).toEqual(
    ['snapshots', 'changes'].map(
      (part) => `${part}/files.json: no server of this id is declared. Declare it, or delete the file.`,
    ),
  );
  expect(status).toBe(1);
});
