/** What the store needs of a database. SQL has `?` for values and is one text for SQLite, Postgres and D1. */

export type Value = string | number | null;
export type Row = Record<string, Value>;
export type Statement = { sql: string; values: Value[] };

export type Database = {
  /** The rows that one statement returns, `RETURNING` included. Throws when the database cannot be reached. */
  all(sql: string, values?: Value[]): Promise<Row[]>;
  /** Runs statements in one transaction: all of them, or none. */
  together(statements: Statement[]): Promise<void>;
  close(): Promise<void>;
};
