/** The contact form beside the files that a Node host serves. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { oneAtATime } from '../contact/deliver.ts';
import { type Contact, contactHandler } from '../contact/handler.ts';
import type { Environment } from '../contact/settings.ts';
import type { ContactHost } from './node.ts';
import { nodeContact, sweep } from './node-contact.ts';

const sweepEvery = 15_000;

/**
 * Opens the store and delivers from it until `stop`. `base` is the path that the site lives below; `origins` may be added to
 * once the port is known. Throws as `nodeContact` does.
 */
export function nodeForm(
  folder: string,
  base: string,
  environment: Environment,
  origins: readonly string[],
): ContactHost & { stop(): Promise<void> } {
  const opened = nodeContact(environment);
  const contact: Contact = {
    ...opened,
    origins,
    page: (path) => readFile(join(folder, path.slice(base.length - 1), 'index.html'), 'utf8').catch(() => undefined),
  };
  const handle = contactHandler(contact);
  const running = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  // A slow channel must not pile rounds up.
  const round = oneAtATime(async () => {
    const line = await sweep(contact);
    if (line) console.log(line);
  });
  const sweepOnce = () => track(round().catch((error: Error) => console.error(`contact: ${error.message}`)));
  const timer = setInterval(sweepOnce, sweepEvery);
  timer.unref();
  sweepOnce();

  return {
    turnstile: opened.settings.turnstile !== undefined,
    listener: getRequestListener(
      (request, { incoming }) =>
        handle(request, { ip: visitorOf(incoming as IncomingMessage, opened.settings.trustProxy), waitUntil: track }),
      { overrideGlobalObjects: false },
    ) as ContactHost['listener'],
    async stop() {
      clearInterval(timer);
      await Promise.allSettled(running);
      await opened.store?.close();
      for (const channel of opened.channels) channel.close?.();
    },
  };
}

/** Each proxy adds whom it heard from at the end: the last `proxies` entries are theirs, and the first of those is the visitor. */
function visitorOf(incoming: HttpBindings['incoming'] & IncomingMessage, proxies: number): string | undefined {
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return (proxies > 0 ? forwarded.at(-proxies) : undefined) ?? incoming.socket.remoteAddress;
}
