/** Postgres, for several instances at once and for hosts whose disk does not last. */
import pg from 'pg';
import type { Database, Row } from '../database.ts';

/** `address` is `postgres://…`. Connects when first used; a connection that breaks is replaced by the next query. */
export function postgresDatabase(address: string): Database {
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // BIGINT comes as text otherwise; times in milliseconds and counts fit in a number.
    types: {
      getTypeParser: (type: number, format: 'text' | 'binary' = 'text') =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  // Without a listener, a connection that the server cuts while it is idle would end the process.
  pool.on('error', () => {});
  return {
    all: async (sql, values = []) => (await pool.query<Row>(numbered(sql), values)).rows,
    async together(statements) {
      const client = await pool.connect();
      // A connection that is cut while it is ours reports that here too, besides failing the query.
      const ignore = () => {};
      client.on('error', ignore);
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        for (const { sql, values } of statements) await client.query(numbered(sql), values);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** No text of ours has a question mark that is not a placeholder. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replaceAll('?', () => `$${++n}`);
}
