/** Vercel: one function for the form and for the timer. `npm run pack -- vercel` puts it where Vercel looks. */
import { timingSafeEqual } from 'node:crypto';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import { serverless } from './serverless.ts';

const { form, sweep } = serverless(process.env);

/** Where the host puts what `waitUntil` of the package @vercel/functions reads. */
const contexts = globalThis as unknown as Record<
  symbol,
  { get?(): { waitUntil?(work: Promise<unknown>): void } | undefined } | undefined
>;

export default getRequestListener(
  async (request) => {
    if (new URL(request.url).pathname === '/api/sweep') return byTimer(request);
    // Vercel writes this header itself, whatever a visitor sends.
    const ip = request.headers.get('x-real-ip') ?? undefined;
    const work: Promise<unknown>[] = [];
    const response = await form(request, { ip, waitUntil: (job) => work.push(job) });
    const done = Promise.allSettled(work);
    const lifetime = contexts[Symbol.for('@vercel/request-context')]?.get?.();
    // Once it has answered, the function may be frozen, unless the host is told to wait.
    if (lifetime?.waitUntil) lifetime.waitUntil(done);
    else await done;
    return response;
  },
  { overrideGlobalObjects: false },
);

/** Vercel's cron sends CRON_SECRET; without one set, nobody may start it. */
async function byTimer(request: Request): Promise<Response> {
  const wanted = Buffer.from(`Bearer ${process.env['CRON_SECRET'] ?? ''}`);
  const given = Buffer.from(request.headers.get('Authorization') ?? '');
  const known = process.env['CRON_SECRET'] && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!known) return new Response('Not allowed.\n', { status: 401 });
  await sweep();
  return new Response('Swept.\n');
}
