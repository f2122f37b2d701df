/** Cloudflare D1 from outside a Worker, by Cloudflare's API: what `npm run contact` reads a Worker's messages with. */
import { z } from 'zod';
import type { Database, Row, Statement, Value } from '../database.ts';

const api = 'https://api.cloudflare.com/client/v4';
const patience = 30_000;

/** `address` is `d1://<account id>/<database id>`; the token must be allowed to edit D1. Throws on another address. */
export function d1HttpDatabase(address: string, token: string, send: typeof fetch = fetch): Database {
  const [, account, database] = /^d1:\/\/([\w-]+)\/([\w-]+)$/.exec(address) ?? [];
  if (!account || !database) throw new Error('CONTACT_DB is no address of a D1: give d1://<account id>/<database id>.');
  const url = `${api}/accounts/${account}/d1/database/${database}/query`;

  async function query(statements: Statement[]): Promise<Row[][]> {
    const response = await send(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ batch: statements.map(({ sql, values }) => ({ sql, params: values.map(parameter) })) }),
      signal: AbortSignal.timeout(patience),
    });
    const said = answer.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !said.data?.success) {
      const why = said.data?.errors?.map(({ message }) => message).join('; ') || 'no reason';
      throw new Error(`Cloudflare refused a query of D1 with ${response.status}: ${why}`);
    }
    return (said.data.result ?? []).map(({ results }) => results ?? []);
  }

  return {
    all: async (sql, values = []) => (await query([{ sql, values }]))[0] ?? [],
    together: async (statements) => void (await query(statements)),
    close: async () => {},
  };
}

/** The API takes text; SQLite makes a number of it again wherever a column or a LIMIT asks for one. */
function parameter(value: Value): string | null {
  return value === null ? null : String(value);
}

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const answer = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ message: z.string() })).optional(),
  result: z.array(z.object({ results: z.array(row).optional() })).optional(),
});
