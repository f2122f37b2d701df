/** Netlify: delivers what is due and deletes what is too old, every few minutes. */
import process from 'node:process';
import { serverless } from './serverless.ts';

const { sweep } = serverless(process.env);

export default () => sweep();

export const config = { schedule: '*/5 * * * *' };
