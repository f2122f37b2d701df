/** The contact form on hosts that run Node: where messages go by CONTACT_DB, and mail by SMTP too. */
import { smtp } from '../contact/channels/smtp.ts';
import { d1HttpDatabase } from '../contact/databases/d1-http.ts';
import { postgresDatabase } from '../contact/databases/postgres.ts';
import { sqliteDatabase } from '../contact/databases/sqlite.ts';
import { deliver } from '../contact/deliver.ts';
import type { Contact } from '../contact/handler.ts';
import { type Environment, portableChannels, readSettings } from '../contact/settings.ts';
import { contactStore, type Store } from '../contact/store.ts';

/** The file that is used where CONTACT_DB is not set. */
const defaultFile = 'data/contact.sqlite';

/**
 * The store that CONTACT_DB names: a file, `postgres://…`, `d1://…`, or `none`. `ownDisk` is whether files outlive the process;
 * where they do not, a file keeps no messages, and without another there is no store. Throws on what is none of these.
 */
export function openStore(environment: Environment, ownDisk = true): Store | undefined {
  const where = environment['CONTACT_DB'] || (ownDisk ? defaultFile : 'none');
  if (where === 'none') return undefined;
  if (/^postgres(ql)?:\/\//.test(where)) return contactStore(postgresDatabase(where));
  if (where.startsWith('d1://')) {
    const token = environment['CLOUDFLARE_API_TOKEN'];
    if (!token) throw new Error('CONTACT_DB is a D1: set CLOUDFLARE_API_TOKEN to a token that may edit it.');
    return contactStore(d1HttpDatabase(where, token));
  }
  if (where.includes('://')) {
    throw new Error(`CONTACT_DB is "${where.split('://')[0]}://…": give a file's path, postgres://…, d1://… or none.`);
  }
  if (!ownDisk) throw new Error('CONTACT_DB is a file, and files do not last on this host: give postgres://…');
  try {
    return contactStore(sqliteDatabase(where));
  } catch (error) {
    const why = (error as Error).message;
    if (environment['CONTACT_DB']) throw new Error(`CONTACT_DB is "${where}", which cannot be opened: ${why}`);
    console.warn(`The contact form can keep no messages, and says so: ${where} cannot be opened: ${why}`);
    return undefined;
  }
}

/** Everything but the page's text. Throws on settings that are wrong, and when the database's file cannot be opened. */
export function nodeContact(environment: Environment, { ownDisk = true } = {}): Omit<Contact, 'page'> {
  const settings = readSettings(environment);
  const store = openStore(environment, ownDisk);
  const mail = settings.smtp && settings.mail ? [smtp(settings.smtp, settings.mail)] : [];
  return { settings, channels: [...portableChannels(settings), ...mail], ...(store && { store }) };
}

/** What is to be done now and then: deliver what is due, delete what is too old. A line for the log, or none. */
export async function sweep({ store, channels, settings }: Omit<Contact, 'page'>, now = Date.now): Promise<string> {
  if (!store) return '';
  const gone = await store.purge(now() - settings.keep, now());
  await deliver(store, channels, { now });
  return gone > 0 ? `contact: purged ${gone} messages older than ${settings.keep / 86_400_000} days` : '';
}
