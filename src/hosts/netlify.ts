/** Netlify: a function at the form's address. `npm run pack -- netlify` puts it where Netlify looks. */
import process from 'node:process';
import { serverless } from './serverless.ts';

const { form } = serverless(process.env);

export default (request: Request, context: { ip: string; waitUntil(work: Promise<unknown>): void }) =>
  form(request, { ip: context.ip, waitUntil: (work) => context.waitUntil(work) });

export const config = { path: '/api/contact' };
