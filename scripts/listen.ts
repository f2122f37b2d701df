/** Puts the site on the network for `serve` and `start`: HOST and PORT, loopback by default, Ctrl-C ends it. */
import type { AddressInfo } from 'node:net';
import type { Site } from '../src/domain.ts';
import { type ContactHost, siteServer } from '../src/hosts/node.ts';
import { nodeForm } from '../src/hosts/node-form.ts';
import { basePath } from '../src/urls.ts';

/**
 * Resolves, once every address listens, to the address to open. `site` is what the site was built for. Exits when it
 * cannot listen.
 */
export async function listen(folder: string, site: Pick<Site, 'url' | 'private'>, env = process.env): Promise<string> {
  const host = env['HOST'] || 'localhost';
  const path = basePath(site.url);
  // "localhost" means either loopback address, and browsers differ in which they try first.
  const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  let port = portOf(env['PORT'] || '4321');
  const origins: string[] = [];
  const form = contactForm(folder, path, env, origins);
  for (const [index, address] of hosts.entries()) {
    const server = siteServer(folder, path, form, site.private);
    const outcome = await new Promise<number | NodeJS.ErrnoException>((done) => {
      server.once('error', done);
      server.listen(port, address, () => done((server.address() as AddressInfo).port));
    });
    if (typeof outcome === 'number') port = outcome;
    else if (index === 0 || outcome.code === 'EADDRINUSE') stop(outcome, host, port);
  }
  // Only where the address is certain: what else a machine is called, SITE_URL has to say.
  const loopback = hosts.filter((address) => /^(127\.|::1$)/.test(address));
  const names = loopback.length > 0 ? [...loopback, 'localhost'] : [];
  origins.push(...names.map((name) => `http://${bracketed(name)}:${port}`));
  if (names.length === 0 && !env['SITE_URL']) {
    console.warn('The contact form takes messages over https only until SITE_URL says where this site is reached.');
  }
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  return `http://${bracketed(host)}:${port}${path}`;
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** A form that cannot open its store takes nothing down with it, but settings that are wrong are told and mended first. */
function contactForm(folder: string, path: string, env: NodeJS.ProcessEnv, origins: string[]): ContactHost | undefined {
  try {
    return nodeForm(folder, path, env, origins);
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(1);
  }
}

function portOf(text: string) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  console.error(`PORT is "${text}", which is no port: give a number from 0 (any free one) to 65535.`);
  process.exit(1);
}

function stop({ code, message }: NodeJS.ErrnoException, host: string, port: number): never {
  const advice = {
    EADDRINUSE: `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} needs rights that you do not have. Choose one above 1023: PORT=4321 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, or leave it out.`,
    ENOTFOUND: `HOST is "${host}", which is no address of this machine.`,
  }[code ?? ''];
  console.error(advice ?? `Cannot serve at ${host}:${port}: ${message}`);
  process.exit(1);
}
