/** What is kept of messages, how far each has been delivered, and how often an address has written. */
import type { Database, Row, Statement } from './database.ts';
import type { Message } from './message.ts';
import { tables } from './schema.ts';

export type DeliveryStatus = 'waiting' | 'sent' | 'dead';
export type StoredMessage = Message & { id: string; receivedAt: number };
export type Delivery = {
  messageId: string;
  channel: string;
  status: DeliveryStatus;
  attempts: number;
  nextAt: number;
  lastError: string | null;
};
/** A delivery that this process holds until its lease ends. */
export type Claimed = { message: StoredMessage; channel: string; attempts: number };

export type Store = ReturnType<typeof contactStore>;

/** Makes the tables when first used. Times are milliseconds since 1970. Every function throws when the database is away. */
export function contactStore(db: Database) {
  let made: Promise<void> | undefined;
  const make = () => db.together(tables.map((sql) => ({ sql, values: [] })));
  /** Two instances that make the tables at once can fail each other in Postgres: the second try finds them made. */
  async function ready() {
    made ??= make().catch(make);
    return made.catch((error) => {
      made = undefined;
      throw error;
    });
  }
  const all = async (sql: string, values: (string | number | null)[] = []) => {
    await ready();
    return db.all(sql, values);
  };

  return {
    ready,
    close: () => db.close(),

    has: async (id: string) => (await all('SELECT id FROM contact_message WHERE id = ?', [id])).length > 0,

    /** Keeps a message with a waiting delivery for each channel, in one transaction. One that is known changes nothing. */
    async save(message: StoredMessage, channels: string[]): Promise<void> {
      await ready();
      const { id, receivedAt, name, email, message: text, tool, label, expected, definition } = message;
      await db.together([
        {
          sql: `INSERT INTO contact_message (id, received_at, name, email, message, tool, label, expected, definition)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
          values: [id, receivedAt, name, email, text, tool, label, expected, definition],
        },
        ...channels.map(
          (channel): Statement => ({
            sql: `INSERT INTO contact_delivery (message_id, channel, status, attempts, next_at)
              VALUES (?, ?, 'waiting', 0, ?) ON CONFLICT (message_id, channel) DO NOTHING`,
            values: [id, channel, receivedAt],
          }),
        ),
      ]);
    },

    /**
     * Takes up to `limit` due deliveries of these channels until `now + lease`. That `next_at` is asked again outside the
     * inner query is what keeps two claimers apart in Postgres, which reads the row again once the other has committed.
     */
    async claim(channels: string[], limit: number, now: number, lease: number): Promise<Claimed[]> {
      if (channels.length === 0) return [];
      const marks = channels.map(() => '?').join(', ');
      const claimed = await all(
        `UPDATE contact_delivery SET attempts = attempts + 1, next_at = ?
          WHERE status = 'waiting' AND next_at <= ? AND (message_id, channel) IN (
            SELECT message_id, channel FROM contact_delivery
            WHERE status = 'waiting' AND next_at <= ? AND channel IN (${marks}) ORDER BY next_at LIMIT ?
          ) RETURNING message_id, channel, attempts`,
        [now + lease, now, now, ...channels, limit],
      );
      const ids = [...new Set(claimed.map((row) => String(row['message_id'])))];
      const messages = new Map((await byIds(ids)).map((message) => [message.id, message]));
      return claimed.flatMap((row) => {
        const message = messages.get(String(row['message_id']));
        return message ? [{ message, channel: String(row['channel']), attempts: Number(row['attempts']) }] : [];
      });
    },

    sent: (messageId: string, channel: string) =>
      all("UPDATE contact_delivery SET status = 'sent', last_error = NULL WHERE message_id = ? AND channel = ?", [
        messageId,
        channel,
      ]),

    /** Not where another process has claimed it since, or where it was sent after all. */
    failed: (claim: Claimed, status: 'waiting' | 'dead', nextAt: number, error: string) =>
      all(
        `UPDATE contact_delivery SET status = ?, next_at = ?, last_error = ?
          WHERE message_id = ? AND channel = ? AND status = 'waiting' AND attempts = ?`,
        [status, nextAt, error, claim.message.id, claim.channel, claim.attempts],
      ),

    /** How often `who` has written in this hour, this time included. */
    async count(who: string, hour: number): Promise<number> {
      const [row] = await all(
        `INSERT INTO contact_rate (who, hour, n) VALUES (?, ?, 1)
          ON CONFLICT (who, hour) DO UPDATE SET n = contact_rate.n + 1 RETURNING n`,
        [who, hour],
      );
      return Number(row?.['n'] ?? Number.POSITIVE_INFINITY);
    },

    /** The secret of a day; the first to ask for it decides it for all. */
    async dayKey(day: string, fresh: string): Promise<string> {
      const find = () => all('SELECT secret FROM contact_key WHERE day = ?', [day]);
      let [row] = await find();
      if (!row) {
        await all('INSERT INTO contact_key (day, secret) VALUES (?, ?) ON CONFLICT (day) DO NOTHING', [day, fresh]);
        [row] = await find();
      }
      if (!row) throw new Error(`The key of ${day} was stored and is not there.`);
      return String(row['secret']);
    },

    /** Newest first; `status` keeps those with a delivery of that status. */
    async list(status?: DeliveryStatus): Promise<StoredMessage[]> {
      const where = status ? 'WHERE id IN (SELECT message_id FROM contact_delivery WHERE status = ?)' : '';
      const rows = await all(
        `SELECT * FROM contact_message ${where} ORDER BY received_at DESC, id`,
        status ? [status] : [],
      );
      return rows.map(toMessage);
    },

    find: async (id: string) => (await byIds([id]))[0],

    deliveries: async (messageId?: string): Promise<Delivery[]> =>
      (
        await all(
          `SELECT * FROM contact_delivery ${messageId ? 'WHERE message_id = ?' : ''} ORDER BY message_id, channel`,
          messageId ? [messageId] : [],
        )
      ).map(toDelivery),

    /** By id, or every message from one mail address. How many went. */
    async remove(idOrEmail: string): Promise<number> {
      const gone = await all('DELETE FROM contact_message WHERE id = ? OR LOWER(email) = LOWER(?) RETURNING id', [
        idOrEmail,
        idOrEmail,
      ]);
      return gone.length;
    },

    /** Deletes messages received before `before`, and what rates are counted by once it is two days old. */
    async purge(before: number, now: number): Promise<number> {
      const gone = await all('DELETE FROM contact_message WHERE received_at < ? RETURNING id', [before]);
      const twoDaysAgo = now - 48 * 3_600_000;
      await all('DELETE FROM contact_rate WHERE hour < ?', [Math.floor(twoDaysAgo / 3_600_000)]);
      await all('DELETE FROM contact_key WHERE day < ?', [new Date(twoDaysAgo).toISOString().slice(0, 10)]);
      return gone.length;
    },

    /** Makes what is not sent due at once, the given-up too: of one message, or of all. How many deliveries. */
    async retry(now: number, messageId?: string): Promise<number> {
      const due = await all(
        `UPDATE contact_delivery SET status = 'waiting', attempts = 0, next_at = ?
          WHERE status <> 'sent' ${messageId ? 'AND message_id = ?' : ''} RETURNING message_id`,
        messageId ? [now, messageId] : [now],
      );
      return due.length;
    },

    async stats(): Promise<{ messages: number; deliveries: { channel: string; status: string; n: number }[] }> {
      const [count] = await all('SELECT COUNT(*) AS n FROM contact_message');
      const rows = await all(
        'SELECT channel, status, COUNT(*) AS n FROM contact_delivery GROUP BY channel, status ORDER BY channel, status',
      );
      return {
        messages: Number(count?.['n']),
        deliveries: rows.map((row) => ({
          channel: String(row['channel']),
          status: String(row['status']),
          n: Number(row['n']),
        })),
      };
    },
  };

  async function byIds(ids: string[]): Promise<StoredMessage[]> {
    if (ids.length === 0) return [];
    const rows = await all(`SELECT * FROM contact_message WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    return rows.map(toMessage);
  }
}

function toMessage(row: Row): StoredMessage {
  const text = (column: string) => String(row[column]);
  return {
    id: text('id'),
    receivedAt: Number(row['received_at']),
    name: text('name'),
    email: text('email'),
    message: text('message'),
    tool: text('tool'),
    label: text('label'),
    expected: text('expected'),
    definition: text('definition'),
  };
}

function toDelivery(row: Row): Delivery {
  return {
    messageId: String(row['message_id']),
    channel: String(row['channel']),
    status: row['status'] as DeliveryStatus,
    attempts: Number(row['attempts']),
    nextAt: Number(row['next_at']),
    lastError: row['last_error'] === null ? null : String(row['last_error']),
  };
}
