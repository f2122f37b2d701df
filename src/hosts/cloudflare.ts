/** Cloudflare Workers: the site as static assets, messages in D1. `src/hosts/wrangler.jsonc` says how it is put up. */
import { type D1, d1Database } from '../contact/databases/d1.ts';
import { deliver } from '../contact/deliver.ts';
import { type Contact, contactHandler } from '../contact/handler.ts';
import { portableChannels, readSettings } from '../contact/settings.ts';
import { contactStore, type Store } from '../contact/store.ts';
import { withHeaders } from './answer.ts';

/** `CONTACT` is bound to a database; without it the form says that nothing can be kept. Variables are strings. */
type Bindings = { ASSETS: { fetch(request: URL): Promise<Response> }; CONTACT?: D1 };
type Lifetime = { waitUntil(work: Promise<unknown>): void };

export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    const contact = open(bindings, new URL(request.url).origin);
    const response = await contactHandler(contact)(request, {
      ip: request.headers.get('CF-Connecting-IP') ?? undefined,
      waitUntil: (work) => lifetime.waitUntil(work),
    });
    return withHeaders(response, contact.settings.turnstile !== undefined);
  },

  /** By the cron of `wrangler.jsonc`. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    const { store, channels, settings } = open(bindings, '');
    if (!store) return;
    const now = Date.now();
    const gone = await store.purge(now - settings.keep, now);
    if (gone > 0) console.log(`contact: purged ${gone} messages`);
    await deliver(store, channels);
  },
};

function open(bindings: Bindings, origin: string): Contact {
  const variables = Object.entries(bindings).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const settings = readSettings(Object.fromEntries(variables));
  const store = bindings.CONTACT && storeOf(bindings.CONTACT);
  return {
    settings,
    // Cloudflare asks a Worker by its own addresses only, so the request says where the site is.
    origins: settings.origin ? [] : [origin],
    channels: portableChannels(settings, (...call) => fetch(...call)),
    ...(store && { store }),
    page: async (path) => {
      const page = await bindings.ASSETS.fetch(new URL(path, origin));
      return page.ok ? page.text() : undefined;
    },
  };
}

/** Kept while the Worker lives, so that its tables are made once and not at each request. */
const stores = new WeakMap<D1, Store>();

function storeOf(binding: D1): Store {
  const store = stores.get(binding) ?? contactStore(d1Database(binding));
  stores.set(binding, store);
  return store;
}
