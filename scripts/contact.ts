/** `npm run contact`: reads and looks after the messages that visitors sent. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { deliver } from '../src/contact/deliver.ts';
import { exportMessages } from '../src/contact/export.ts';
import type { Delivery, StoredMessage } from '../src/contact/store.ts';
import { nodeContact } from '../src/hosts/node-contact.ts';

const help = `Reads and looks after the messages that visitors sent.

  npm run contact -- <command> [options]

  list               Messages, newest first. --status waiting, sent or dead: those with such a delivery.
  show <id>          One message whole, and how far each delivery of it is.
  export             All messages on standard output. --format csv or ndjson (ndjson).
  delete <id|email>  One message, or every message from one mail address.
  purge              What is older than CONTACT_KEEP_DAYS (365).
  retry [id]         Makes what was not sent due now, the given-up too.
  deliver            Sends what is due.
  stats              How many messages, and how many deliveries of each state.

  --json             The answer as JSON.
  --help             This text.

  CONTACT_DB            A file (data/contact.sqlite), postgres://…, or d1://<account id>/<database id>.
  CLOUDFLARE_API_TOKEN  For D1: a token that may edit it. The site's own variables set the channels.

Exit codes: 0 done; 1 nothing was found, or a delivery failed; 2 wrong use; 3 the database or the settings do not work.
`;

const commands = ['list', 'show', 'export', 'delete', 'purge', 'retry', 'deliver', 'stats'] as const;
const statuses = z.enum(['waiting', 'sent', 'dead']).optional();
const formats = z.enum(['csv', 'ndjson']).default('ndjson');

const { command, target, status, format, json } = readArguments(process.argv.slice(2));
try {
  process.exitCode = await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 3;
}

/** The exit code. */
async function run(): Promise<number> {
  const { store, channels, settings } = nodeContact(process.env);
  if (!store) throw new Error('CONTACT_DB is "none": there are no messages here.');
  try {
    switch (command) {
      case 'list': {
        const messages = await store.list(status);
        print(messages, messages.map(lineOf).join('\n') || 'No messages.');
        return 0;
      }
      case 'show': {
        const message = await store.find(target);
        if (!message) return missing(`No message has the id ${target}. npm run contact -- list shows the ids.`);
        const deliveries = await store.deliveries(target);
        print({ ...message, deliveries }, [textOf(message), ...deliveries.map(deliveryLine)].join('\n'));
        return 0;
      }
      case 'export':
        process.stdout.write(exportMessages(await store.list(), format));
        return 0;
      case 'delete': {
        const deleted = await store.remove(target);
        if (deleted === 0) return missing(`No message has the id or the mail address ${target}.`);
        print({ deleted }, `Deleted ${count(deleted, 'message')}.`);
        return 0;
      }
      case 'purge': {
        const now = Date.now();
        const purged = await store.purge(now - settings.keep, now);
        print({ purged }, `Purged ${count(purged, 'message')}.`);
        return 0;
      }
      case 'retry': {
        if (target && !(await store.find(target))) return missing(`No message has the id ${target}.`);
        const due = await store.retry(Date.now(), target || undefined);
        print({ due }, `${count(due, 'delivery', 'deliveries')} due now.`);
        return 0;
      }
      case 'deliver': {
        const delivered = await deliver(store, channels);
        print(delivered, `Sent ${delivered.sent}, failed ${delivered.failed}.`);
        return delivered.failed > 0 ? 1 : 0;
      }
      case 'stats': {
        const stats = await store.stats();
        const lines = stats.deliveries.map(({ channel, status, n }) => `${channel} ${status}: ${n}`);
        print(stats, [count(stats.messages, 'message'), ...lines].join('\n'));
        return 0;
      }
      default:
        return command satisfies never;
    }
  } finally {
    await store.close();
    // A mail connection that is kept open for the next mail would keep this process too.
    for (const channel of channels) channel.close?.();
  }
}

function readArguments(argv: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        status: { type: 'string' },
        format: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(help);
      process.exit(0);
    }
    const command = commands.find((name) => name === positionals[0]);
    const wanted = { show: 1, delete: 1, retry: positionals.length > 1 ? 1 : 0 }[command as 'show'] ?? 0;
    if (!command || positionals.length !== wanted + 1)
      throw new Error(command ? `${command} takes ${wanted ? 'one id' : 'nothing more'}.` : 'Which command?');
    return {
      command,
      target: positionals[1] ?? '',
      status: statuses.parse(values.status),
      format: formats.parse(values.format),
      json: values.json,
    };
  } catch (error) {
    const what =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('\n') : (error as Error).message;
    console.error(`${what}\n\n${help}`);
    process.exit(2);
  }
}

function print(data: unknown, text: string) {
  console.log(json ? JSON.stringify(data, null, 2) : text);
}

function missing(sentence: string): number {
  if (json) console.log(JSON.stringify({ error: sentence }));
  else console.error(sentence);
  return 1;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function lineOf({ id, receivedAt, name, email, tool, message }: StoredMessage): string {
  const start = message.replaceAll(/\s+/g, ' ');
  const about = tool ? ` [${tool}]` : '';
  return `${id}  ${new Date(receivedAt).toISOString()}  ${name} <${email}>${about}  ${start.length > 60 ? `${start.slice(0, 59)}…` : start}`;
}

function textOf({ message, receivedAt, ...rest }: StoredMessage): string {
  const facts = Object.entries({ ...rest, received: new Date(receivedAt).toISOString() }).filter(([, value]) => value);
  return `${facts.map(([what, value]) => `${what}: ${value}`).join('\n')}\n\n${message}\n`;
}

function deliveryLine({ channel, status, attempts, nextAt, lastError }: Delivery): string {
  const next = status === 'waiting' ? `, next ${new Date(nextAt).toISOString()}` : '';
  return `${channel}: ${status} after ${count(attempts, 'attempt')}${next}${lastError ? `: ${lastError}` : ''}`;
}
