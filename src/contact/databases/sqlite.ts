/** A file on this machine: the default, which needs nothing installed. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row } from '../database.ts';

/** Makes the file, and its folder, where they are missing. Several processes may have it open at once. */
export function sqliteDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
  // "Message sent" is a promise: FULL keeps it through a power cut, which WAL alone does not.
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    all: async (sql, values = []) => prepare(sql).all(...values) as Row[],
    async together(statements) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        for (const { sql, values } of statements) prepare(sql).run(...values);
        connection.exec('COMMIT');
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
    },
    async close() {
      prepared.clear();
      if (connection.isOpen) connection.close();
    },
  };
}
