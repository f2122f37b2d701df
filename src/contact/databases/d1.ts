/** Cloudflare D1, by the binding that a Worker is given. */
import type { Database, Row, Value } from '../database.ts';

type Prepared = { bind(...values: Value[]): Prepared; all(): Promise<{ results: Row[] }> };
/** The part of Cloudflare's D1Database that is used. */
export type D1 = { prepare(sql: string): Prepared; batch(statements: Prepared[]): Promise<unknown> };

export function d1Database(binding: D1): Database {
  const prepare = (sql: string, values: Value[]) => binding.prepare(sql).bind(...values);
  return {
    all: async (sql, values = []) => (await prepare(sql, values).all()).results,
    async together(statements) {
      await binding.batch(statements.map(({ sql, values }) => prepare(sql, values)));
    },
    close: async () => {},
  };
}
