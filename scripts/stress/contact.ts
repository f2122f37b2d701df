/** Kills the host again and again under load: whoever was answered "sent" must be stored once and delivered. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { deliver } from '../../src/contact/deliver.ts';
import { nodeContact } from '../../src/hosts/node-contact.ts';
import { mailSink, webhookSink } from './sinks.ts';

const connections = 50;
const kills = 5;
const cutEvery = 500;

/** Prints figures; resolves to whether all held. */
export async function stressContact({ posts }: { posts: number }): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-stress-'));
  const postgres = process.env['DATABASE_URL'] ? await ownSchema(process.env['DATABASE_URL']) : undefined;
  const [hook, mail] = await Promise.all([webhookSink(), mailSink()]);
  const port = await freePort();
  const env = {
    ...process.env,
    OUT_DIR: site(folder),
    HOST: '127.0.0.1',
    PORT: String(port),
    CONTACT_DB: postgres?.address ?? join(folder, 'contact.sqlite'),
    CONTACT_WEBHOOK_URL: hook.url,
    CONTACT_SMTP_URL: mail.url,
    CONTACT_MAIL_FROM: 'site@example.com',
    CONTACT_MAIL_TO: 'owner@example.com',
    TRUST_PROXY: '1',
    // A visitor who was cut off after being counted is counted again at the next try.
    CONTACT_PER_HOUR: '1000',
  };
  const { store, channels } = nodeContact(env);
  if (!store) throw new Error('There is no store.');
  await store.ready();

  const log = join(folder, 'host.log');
  const host = keepRunning(env, log);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const sent = new Set<number>();
  const figures = { kills: 0, cuts: 0, broken: 0, unavailable: 0, repeated: 0 };
  const started = performance.now();
  const cutting = postgres && setInterval(() => void postgres.cut().then((n) => (figures.cuts += n)), cutEvery);

  let next = 0;
  const killAt = Array.from({ length: kills }, (_, n) => Math.floor(((n + 1) * posts) / (kills + 1)));
  await Promise.all(Array.from({ length: connections }, post));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(cutting);
  console.log(`${posts} posts from ${connections} connections in ${seconds.toFixed(1)} s`, figures);

  const delivering = performance.now();
  await host.stop();
  // What is left is taken out of its waiting time; half of all attempts still fail.
  for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
    left = await store.retry(Date.now());
    if (left > 0) await deliver(store, channels, { limit: left });
  }
  console.log(`The rest was delivered in ${((performance.now() - delivering) / 1000).toFixed(1)} s`);
  const held = await check();
  for (const channel of channels) channel.close?.();
  agent.destroy();
  await Promise.all([store.close(), hook.close(), mail.close()]);
  await postgres?.drop();
  if (held) rmSync(folder, { recursive: true });
  else console.log(`What the host said: ${log}`);
  return held;

  async function post() {
    for (let n = next++; n < posts; n = next++) {
      // As a person does: the same message again until it is answered "sent".
      for (let tries = 0; ; tries += 1) {
        const status = await send(agent, port, n).catch(() => 0);
        if (status === 303) break;
        if (tries === 0) figures.repeated += 1;
        if (status === 0) figures.broken += 1;
        else if (status === 503) figures.unavailable += 1;
        else throw new Error(`Message ${n} was answered ${status}`);
        await wait(100);
      }
      sent.add(n);
      // Counted by answers, so that each kill meets a host that is up and at work.
      if (!killAt.includes(sent.size)) continue;
      figures.kills += 1;
      host.kill();
    }
  }

  async function check(): Promise<boolean> {
    if (!store) return false;
    const stored = await store.list();
    const texts = new Set(stored.map(({ message }) => message));
    const lost = [...sent].filter((n) => !texts.has(textOf(n)));
    const undelivered = (sink: typeof hook) => stored.filter(({ id }) => !sink.taken.has(id)).length;
    const twice = (sink: typeof hook) => [...sink.taken.values()].filter((times) => times > 1).length;
    const result = {
      answeredSent: sent.size,
      stored: stored.length,
      storedTwice: stored.length - texts.size,
      lost: lost.length,
      undeliveredByWebhook: undelivered(hook),
      undeliveredByMail: undelivered(mail),
    };
    console.log(result);
    console.log({
      webhookRefused: hook.refused(),
      mailRefused: mail.refused(),
      webhookMoreThanOnce: twice(hook),
      mailMoreThanOnce: twice(mail),
      deliveries: (await store.stats()).deliveries,
    });
    const { answeredSent, ...faults } = { ...result, stored: result.stored - posts };
    const held = answeredSent === posts && Object.values(faults).every((n) => n === 0) && figures.kills === kills;
    console.log(held ? 'All held.' : 'SOMETHING DID NOT HOLD.');
    return held;
  }
}

const textOf = (n: number) => `Message number ${n} of the trial`;

/** The status of the answer. Each comes from an address of its own, as a proxy would say. */
function send(agent: Agent, port: number, n: number): Promise<number> {
  return new Promise((done, fail) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        agent,
        method: 'POST',
        path: '/api/contact',
        timeout: 20_000,
        headers: {
          Origin: `http://127.0.0.1:${port}`,
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Forwarded-For': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
        },
      },
      (response) => {
        response
          .resume()
          .once('end', () => done(response.statusCode ?? 0))
          .once('error', fail);
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('timed out'))).once('error', fail);
    const fields = { name: `Visitor ${n}`, email: `v${n}@example.com`, message: textOf(n), nonce: `message-${n}` };
    asked.end(new URLSearchParams(fields).toString());
  });
}

/** The host as `npm run serve` runs it, started again whenever it is gone. */
function keepRunning(env: NodeJS.ProcessEnv, log: string) {
  const said = openSync(log, 'a');
  let stopping = false;
  let child: ChildProcess;
  const start = () => {
    child = spawn(process.execPath, [join(import.meta.dirname, '../serve.ts')], {
      env,
      stdio: ['ignore', said, said],
    });
    child.once('exit', () => !stopping && start());
  };
  start();
  return {
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      stopping = true;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function ownSchema(server: string) {
  const pool = new pg.Pool({ connectionString: server, max: 2 });
  pool.on('error', () => {});
  const schema = `contact_stress_${randomUUID().replaceAll('-', '')}`;
  await pool.query(`CREATE SCHEMA ${schema}`);
  const address = new URL(server);
  address.searchParams.set('options', `-c search_path=${schema}`);
  address.searchParams.set('application_name', schema);
  return {
    address: address.href,
    /** Cuts every connection of the trial; how many. */
    async cut(): Promise<number> {
      const sql = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1';
      return (await pool.query(sql, [schema]).catch(() => ({ rowCount: 0 }))).rowCount ?? 0;
    },
    async drop() {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}

/** The two pages that a post needs. */
function site(folder: string): string {
  const out = join(folder, 'site');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), '<title>Home</title>');
  return out;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
