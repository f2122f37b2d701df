/** The tables, in SQL that SQLite, Postgres and D1 read alike. Times are milliseconds since 1970. */

export const tables = [
  `CREATE TABLE IF NOT EXISTS contact_message (
    id TEXT PRIMARY KEY,
    received_at BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    message TEXT NOT NULL,
    tool TEXT NOT NULL,
    label TEXT NOT NULL,
    expected TEXT NOT NULL,
    definition TEXT NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS contact_message_received ON contact_message (received_at)',
  // One row per channel, so that a webhook that fails never sends the mail again.
  `CREATE TABLE IF NOT EXISTS contact_delivery (
    message_id TEXT NOT NULL REFERENCES contact_message (id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    last_error TEXT,
    PRIMARY KEY (message_id, channel)
  )`,
  'CREATE INDEX IF NOT EXISTS contact_delivery_due ON contact_delivery (status, next_at)',
  'CREATE TABLE IF NOT EXISTS contact_rate (who TEXT NOT NULL, hour BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (who, hour))',
  // What addresses are hashed with, a new one each day: once it is deleted, no hash can be traced back.
  'CREATE TABLE IF NOT EXISTS contact_key (day TEXT PRIMARY KEY, secret TEXT NOT NULL)',
];
