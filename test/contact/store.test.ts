/** One suite for every database: what is kept once is kept, and what is claimed is claimed by one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backoff, deliver } from '../../src/contact/deliver.ts';
import { contactStore, type Store, type StoredMessage } from '../../src/contact/store.ts';
import { databases, type Opened } from './databases.ts';

const start = Date.UTC(2026, 5, 1, 12);
const day = 24 * 3_600_000;
const message = (change: Partial<StoredMessage> = {}): StoredMessage => ({
  id: 'a',
  receivedAt: start,
  name: 'Ana',
  email: 'ana@example.com',
  message: 'How is this label made?',
  tool: '',
  label: '',
  expected: '',
  definition: '',
  ...change,
});

describe.each(databases)('$name', ({ open, skipped }) => {
  describe.skipIf(skipped)('keeps messages and deliveries', () => {
    let opened: Opened;
    let store: Store;

    beforeAll(async () => {
      opened = await open();
    });
    beforeEach(async () => {
      store = contactStore(opened.database);
      await store.ready();
      for (const table of ['contact_message', 'contact_delivery', 'contact_rate', 'contact_key']) {
        await opened.database.all(`DELETE FROM ${table}`);
      }
    });
    afterAll(() => opened?.remove());

    test('a message comes back as it was, whatever letters it has', async () => {
      const odd = message({
        name: 'Zoë 🦉',
        message: `it's "quoted"; DROP TABLE contact_message; -- ?\n\t$1`,
        tool: 'a/b',
      });
      await store.save(odd, ['webhook']);
      expect(await store.list()).toEqual([odd]);
      expect(await store.find('a')).toEqual(odd);
    });

    test('the same message saved by three at once is one, with one delivery for each channel', async () => {
      await Promise.all([1, 2, 3].map(() => store.save(message(), ['webhook', 'smtp'])));
      expect(await store.list()).toHaveLength(1);
      expect((await store.deliveries()).map(({ channel }) => channel)).toEqual(['smtp', 'webhook']);
    });

    test('a message whose delivery cannot be stored is not stored either', async () => {
      const broken = store.save(message(), [null as unknown as string]);
      await expect(broken).rejects.toThrow();
      expect(await store.list()).toEqual([]);
    });

    test('deliveries claimed by four at once go to one each', async () => {
      for (let n = 0; n < 60; n += 1) await store.save(message({ id: `m${n}` }), ['webhook']);
      const others = contactStore(opened.database);
      const claims: string[] = [];
      const claimer = async (by: Store) => {
        for (;;) {
          const claimed = await by.claim(['webhook'], 7, start, 60_000);
          claims.push(...claimed.map((claim) => claim.message.id));
          if (claimed.length === 0) return;
        }
      };
      await Promise.all([store, others, store, others].map(claimer));
      // A claimer that came second to all its rows stops early, so some may be left; none may be claimed twice.
      await claimer(store);
      expect(claims).toHaveLength(60);
      expect(new Set(claims).size).toBe(60);
    });

    test('a claim that was not settled is free again when its lease ends, and not before', async () => {
      await store.save(message(), ['webhook']);
      expect(await store.claim(['webhook'], 5, start, 1000)).toHaveLength(1);
      expect(await store.claim(['webhook'], 5, start + 999, 1000)).toEqual([]);
      expect(await store.claim(['webhook'], 5, start + 1000, 1000)).toMatchObject([{ attempts: 2 }]);
    });

    test('a late failure does not undo what another has sent', async () => {
      await store.save(message(), ['webhook']);
      const [late] = await store.claim(['webhook'], 1, start, 0);
      const [other] = await store.claim(['webhook'], 1, start, 0);
      await store.sent('a', 'webhook');
      for (const claim of [late, other]) if (claim) await store.failed(claim, 'waiting', start, 'late');
      expect(await store.deliveries()).toMatchObject([{ status: 'sent', attempts: 2, lastError: null }]);
    });

    test('a channel that is not set up is left alone', async () => {
      await store.save(message(), ['smtp']);
      expect(await store.claim(['webhook'], 5, start, 1000)).toEqual([]);
      expect(await store.claim([], 5, start, 1000)).toEqual([]);
    });

    test('one channel that fails keeps its own time, and the other is never repeated', async () => {
      await store.save(message(), ['good', 'bad']);
      const got: string[] = [];
      let healed = false;
      const channels = [
        { name: 'good', send: async () => void got.push('good') },
        {
          name: 'bad',
          async send() {
            if (!healed) throw new Error('It answered 500');
            got.push('bad');
          },
        },
      ];
      let time = start;
      const sweep = () => deliver(store, channels, { now: () => time });
      expect(await sweep()).toEqual({ sent: 1, failed: 1 });
      expect(await store.deliveries()).toMatchObject([
        { channel: 'bad', status: 'waiting', attempts: 1, nextAt: start + backoff(1), lastError: 'It answered 500' },
        { channel: 'good', status: 'sent' },
      ]);
      time += backoff(1) - 1;
      expect(await sweep()).toEqual({ sent: 0, failed: 0 });
      healed = true;
      time += 1;
      expect(await sweep()).toEqual({ sent: 1, failed: 0 });
      expect(got).toEqual(['good', 'bad']);
    });

    test('what fails for some three days is given up, and sent when somebody says so', async () => {
      await store.save(message(), ['bad']);
      let fine = false;
      const bad = {
        name: 'bad',
        async send() {
          if (!fine) throw new Error('no');
        },
      };
      let time = start;
      for (let n = 1; n <= 30; n += 1) {
        await deliver(store, [bad], { now: () => time });
        const [row] = await store.deliveries();
        if (row?.status === 'dead') break;
        time = row?.nextAt ?? 0;
      }
      expect(await store.deliveries()).toMatchObject([{ status: 'dead' }]);
      expect((time - start) / day).toBeGreaterThan(2.5);
      expect((time - start) / day).toBeLessThan(4);
      fine = true;
      expect(await store.retry(time)).toBe(1);
      expect(await deliver(store, [bad], { now: () => time })).toEqual({ sent: 1, failed: 0 });
      expect(await store.retry(time), 'what was sent is not sent again').toBe(0);
    });

    test('a limit is how many deliveries are tried', async () => {
      for (let n = 0; n < 30; n += 1) await store.save(message({ id: `m${n}` }), ['webhook']);
      const channel = { name: 'webhook', send: async () => {} };
      expect(await deliver(store, [channel], { limit: 25, now: () => start })).toEqual({ sent: 25, failed: 0 });
    });

    test('counts who writes by the hour, without losing one', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => store.count('x', 7)));
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(await store.count('x', 8)).toBe(1);
      expect(await store.count('y', 7)).toBe(1);
    });

    test('a day has one secret, whoever asks first', async () => {
      const keys = await Promise.all(['one', 'two', 'three'].map((fresh) => store.dayKey('2026-06-01', fresh)));
      expect(new Set(keys).size).toBe(1);
    });

    test('purging takes old messages with their deliveries, and rates and secrets after two days', async () => {
      await store.save(message({ id: 'old', receivedAt: start - 366 * day }), ['webhook']);
      await store.save(message({ id: 'new' }), ['webhook']);
      const hour = Math.floor(start / 3_600_000);
      await store.count('old', hour - 49);
      await store.count('new', hour - 47);
      await store.dayKey('2026-05-29', 'old');
      await store.dayKey('2026-06-01', 'new');
      expect(await store.purge(start - 365 * day, start)).toBe(1);
      expect((await store.list()).map(({ id }) => id)).toEqual(['new']);
      expect(await store.deliveries()).toHaveLength(1);
      expect(await opened.database.all('SELECT who FROM contact_rate')).toEqual([{ who: 'new' }]);
      expect(await opened.database.all('SELECT secret FROM contact_key')).toEqual([{ secret: 'new' }]);
    });

    test('deletes one message by its id, and all of one person by address', async () => {
      for (const id of ['a', 'b', 'c']) await store.save(message({ id }), ['webhook']);
      await store.save(message({ id: 'd', email: 'ben@example.com' }), []);
      expect(await store.remove('a')).toBe(1);
      expect(await store.remove('ANA@example.com')).toBe(2);
      expect((await store.list()).map(({ id }) => id)).toEqual(['d']);
      expect(await store.deliveries()).toEqual([]);
    });

    test('lists by state and counts', async () => {
      await store.save(message({ id: 'a' }), ['webhook']);
      await store.save(message({ id: 'b', receivedAt: start + 1 }), ['webhook']);
      await store.sent('b', 'webhook');
      expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a']);
      expect((await store.list('waiting')).map(({ id }) => id)).toEqual(['a']);
      expect(await store.stats()).toEqual({
        messages: 2,
        deliveries: [
          { channel: 'webhook', status: 'sent', n: 1 },
          { channel: 'webhook', status: 'waiting', n: 1 },
        ],
      });
    });
  });
});
