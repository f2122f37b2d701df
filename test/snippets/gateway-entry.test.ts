/** What a snippet tells a client to start is what works: the printed entry, with the two paths filled in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { parse as parseToml } from 'smol-toml';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Transport } from '../../src/domain.ts';
import { printRule } from '../../src/policy/print.ts';
import { catalogFolder, gatewayEntry, policyFile } from '../../src/snippets/gateway-entry.ts';
import { snippets } from '../../src/snippets/list.ts';
import { fixtureEnvironment } from '../fixtures/content.ts';

const folder = mkdtempSync(join(tmpdir(), 'gateway-entry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notes = {
  type: 'stdio',
  command: 'node',
  args: [join(fixtureEnvironment.FIXTURE_SERVERS, 'notes.ts'), '${REVISION:-2025-11-25}'],
  env: { NOTES_KEY: '${NOTES_KEY:-none}', TZ: 'UTC' },
} as const satisfies Transport;

const start = z.strictObject({ command: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) });
type Start = z.infer<typeof start>;
const under = (list: string, entry: z.ZodType) => z.strictObject({ [list]: z.strictObject({ notes: entry }) });
const found = (list: string, entry: z.ZodType) => (json: unknown) =>
  (under(list, entry).parse(json) as { [list: string]: { notes: Start } })[list]?.notes;

/** By each client's own documentation of its list of servers. */
const readers: { [form: string]: (text: string) => Start | undefined } = {
  'claude-code': (text) => found('mcpServers', start)(JSON.parse(text)),
  codex: (text) => found('mcp_servers', start)(parseToml(text)),
  vscode: (text) => found('servers', start.extend({ type: z.literal('stdio') }))(JSON.parse(text)),
  'copilot-cli': (text) =>
    found('mcpServers', start.extend({ type: z.literal('local'), tools: z.tuple([z.literal('*')]) }))(JSON.parse(text)),
  'cursor-cli': (text) => found('mcpServers', start)(JSON.parse(text)),
  'gemini-cli': (text) => found('mcpServers', start)(JSON.parse(text)),
  opencode: (text) => {
    const local = z
      .strictObject({
        type: z.literal('local'),
        command: z.array(z.string()),
        environment: z.record(z.string(), z.string()),
      })
      .transform(({ command: [command = '', ...args], environment }) => ({ command, args, env: environment }));
    return found('mcp', local)(JSON.parse(text));
  },
  zed: (text) => found('context_servers', start)(JSON.parse(text)),
};

const entries = snippets.flatMap(({ entry }) => (entry ? [entry] : []));

describe.each(entries.map((form) => [form]))('%s', (form) => {
  test('starts the gateway before the server’s own command', () => {
    const text = gatewayEntry(form, [{ server: 'notes', serverKey: 'notes', transport: notes }])?.text ?? '';
    expect(readers[form]?.(text)).toMatchObject({
      command: 'node',
      args: [
        `${catalogFolder}/scripts/gateway.mjs`,
        '--policy',
        policyFile('notes'),
        '--',
        'node',
        notes.args[0],
        '2025-11-25',
      ],
      env: { NOTES_KEY: '<NOTES_KEY>', TZ: 'UTC' },
    });
  });
});

test('a printed entry, filled in, lets through what the policy allows and refuses the rest', async () => {
  const policy = join(folder, 'notes.policy.yaml');
  writeFileSync(policy, printRule('notes', 'list_notes', { action: 'allow' }));
  const text = gatewayEntry('claude-code', [{ server: 'notes', serverKey: 'notes', transport: notes }])?.text ?? '';
  const filled = text.replaceAll(catalogFolder, process.cwd()).replaceAll(policyFile('notes'), policy);
  const { command, args, env } = readers['claude-code']?.(filled) ?? { command: '', args: [], env: {} };
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command, args, env: { ...env, PATH: process.env['PATH'] ?? '' }, stderr: 'ignore' }),
  );
  try {
    expect(await client.callTool({ name: 'list_notes', arguments: {} })).not.toMatchObject({ isError: true });
    expect(await client.callTool({ name: 'delete_note', arguments: {} })).toMatchObject({ isError: true });
  } finally {
    await client.close();
  }
});

test('a server with an address has no command to stand before', () => {
  const transport = { type: 'http', url: 'https://example.org/mcp', headers: {} } as const;
  expect(gatewayEntry('zed', [{ server: 'far', serverKey: 'far', transport }])).toBeUndefined();
});
