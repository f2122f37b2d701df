/** Every database that the store must behave alike on: SQLite always, Postgres where one is reached, D1 in its own runtime. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { getPlatformProxy } from 'wrangler';
import type { Database } from '../../src/contact/database.ts';
import { type D1, d1Database } from '../../src/contact/databases/d1.ts';
import { d1HttpDatabase } from '../../src/contact/databases/d1-http.ts';
import { postgresDatabase } from '../../src/contact/databases/postgres.ts';
import { sqliteDatabase } from '../../src/contact/databases/sqlite.ts';

export type Opened = { database: Database; remove(): Promise<void> };
export type Kind = { name: string; open: () => Promise<Opened>; skipped: boolean };

const postgres = await findPostgres();
if (!postgres) console.log('Postgres: skipped, since neither DATABASE_URL nor a local server is there.');

export const databases: Kind[] = [
  { name: 'SQLite', open: openSqlite, skipped: false },
  { name: 'Postgres', open: openPostgres, skipped: postgres === undefined },
  { name: 'D1', open: openD1, skipped: false },
  { name: 'D1 by HTTP', open: openD1Http, skipped: false },
];

async function openSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-contact-'));
  const database = sqliteDatabase(join(folder, 'contact.sqlite'));
  return {
    database,
    async remove() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A schema of its own, so that what is really stored there is left alone. */
async function openPostgres(): Promise<Opened> {
  const { address, drop } = await freshSchema();
  const database = postgresDatabase(address);
  return {
    database,
    async remove() {
      await database.close();
      await drop();
    },
  };
}

/** An address of the server under test that sees an empty schema only. */
async function freshSchema(): Promise<{ address: string; drop(): Promise<void>; admin: string }> {
  if (!postgres) throw new Error('There is no Postgres.');
  const schema = `contact_test_${randomUUID().replaceAll('-', '')}`;
  await query(postgres, `CREATE SCHEMA ${schema}`);
  const address = new URL(postgres);
  address.searchParams.set('options', `-c search_path=${schema}`);
  return { address: address.href, admin: postgres, drop: () => query(postgres, `DROP SCHEMA ${schema} CASCADE`) };
}

async function query(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function openD1(): Promise<Opened> {
  const { binding, dispose } = await d1();
  return { database: d1Database(binding), remove: dispose };
}

/** Cloudflare's API as its published types describe it, in front of D1's own runtime. */
async function openD1Http(): Promise<Opened> {
  const { binding, dispose } = await d1();
  const token = 'secret';
  const cloudflare: typeof fetch = async (url, init) => {
    const { batch } = JSON.parse(String(init?.body)) as { batch: { sql: string; params: (string | null)[] }[] };
    const allowed = new Headers(init?.headers).get('Authorization') === `Bearer ${token}`;
    if (!allowed || !String(url).endsWith('/accounts/an-account/d1/database/a-database/query')) {
      return Response.json({ success: false, errors: [{ message: 'Authentication error' }] }, { status: 403 });
    }
    try {
      const result = await binding.batch(batch.map(({ sql, params }) => binding.prepare(sql).bind(...params)));
      return Response.json({ success: true, errors: [], result });
    } catch (error) {
      const errors = [{ message: (error as Error).message }];
      return Response.json({ success: false, errors, result: [] }, { status: 400 });
    }
  };
  return { database: d1HttpDatabase('d1://an-account/a-database', token, cloudflare), remove: dispose };
}

async function d1(): Promise<{ binding: D1; dispose(): Promise<void> }> {
  const { env, dispose } = await getPlatformProxy<{ CONTACT: D1 }>({
    configPath: 'src/hosts/wrangler.jsonc',
    persist: false,
  });
  return { binding: env.CONTACT, dispose };
}

async function findPostgres(): Promise<string | undefined> {
  const local = `postgres://${userInfo().username}@localhost:5432/postgres`;
  for (const address of [process.env['DATABASE_URL'], local]) {
    if (!address) continue;
    try {
      await query(address, 'SELECT 1');
      return address;
    } catch (error) {
      if (address !== local) throw new Error('DATABASE_URL is set, and no Postgres answers there', { cause: error });
    }
  }
  return undefined;
}
