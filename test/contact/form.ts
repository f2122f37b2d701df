/** A form that is open: a handler with an empty store, and the posts that a browser would make. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Channel } from '../../src/contact/channels/channel.ts';
import { sqliteDatabase } from '../../src/contact/databases/sqlite.ts';
import { formHtml } from '../../src/contact/form.ts';
import { contactHandler, type Outside } from '../../src/contact/handler.ts';
import { readSettings } from '../../src/contact/settings.ts';
import { contactStore } from '../../src/contact/store.ts';

export const origin = 'https://catalog.example';
export const good = { name: 'Ana', email: 'ana@example.com', message: 'How is this label made?' };

type Opening = { env?: Record<string, string>; channels?: Channel[]; outside?: Outside; hasStore?: boolean };

/** Once for a test, which closes it. */
export function openForm({ env = {}, channels = [], outside = {}, hasStore = true }: Opening = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-form-'));
  const store = contactStore(sqliteDatabase(join(folder, 'contact.sqlite')));
  const work: Promise<unknown>[] = [];
  const log: string[] = [];
  const handle = contactHandler(
    {
      settings: readSettings({ SITE_URL: origin, ...env }),
      channels,
      ...(hasStore && { store }),
      page: async (path) =>
        `<html><head><title>Contact</title></head><body>built ${path}${formHtml({ action: '/api/contact' })}</body></html>`,
    },
    { log: (line) => log.push(line), ...outside },
  );
  const settled = () => Promise.allSettled(work);
  onTestFinished(async () => {
    await settled();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (path: string, init: RequestInit, ip = '192.0.2.1') =>
    handle(new Request(origin + path, { duplex: 'half', ...init } as RequestInit), {
      ip,
      waitUntil: (job) => void work.push(job),
    });
  /** As the form of the page does it; `json` as its script does it. */
  const post = (
    fields: Record<string, string>,
    { json = false, ip = '192.0.2.1', headers = {}, path = '/api/contact' } = {},
  ) =>
    ask(
      path,
      {
        method: 'POST',
        headers: { Origin: origin, ...(json && { Accept: 'application/json' }), ...headers },
        body: new URLSearchParams(fields),
      },
      ip,
    );
  return { store, ask, post, settled, log, folder };
}
