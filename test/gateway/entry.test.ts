/** What snippets print to start the gateway in a client's place for a server is what starts it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, test } from 'vitest';
import { catalogFolder, gatewayStart, policyFile } from '../../src/snippets/gateway-entry.ts';
import { fixtureServer } from './started.ts';

test("from any folder, with the reader's two paths filled in", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-entry-'));
  const policy = join(folder, 'notes.policy.yaml');
  writeFileSync(policy, 'version: 1\nserver: notes\ndefault: hide\ntools: { list_notes: { action: allow } }\n');
  const server = { type: 'stdio' as const, command: 'node', args: [fixtureServer('notes.ts')], env: {} };
  const start = gatewayStart('notes', server);
  const args = (start?.args ?? []).map((arg) =>
    arg.replace(catalogFolder, join(import.meta.dirname, '../..')).replace(policyFile('notes'), policy),
  );
  const client = new Client({ name: 'entry', version: '1.0.0' });
  const env = process.env as { [name: string]: string };
  await client.connect(
    new StdioClientTransport({ command: start?.command ?? '', args, env, cwd: folder, stderr: 'ignore' }),
  );
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['list_notes']);
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});
