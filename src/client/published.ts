/** The policies that the site publishes, each asked for once. */
import type { PublishedPolicy } from '../snippets/published.ts';

const asked = new Map<string, Promise<PublishedPolicy | undefined>>();

/** Undefined where the site has no such file; throws where it cannot be reached. */
export function publishedPolicy(url: string): Promise<PublishedPolicy | undefined> {
  const answer = asked.get(url) ?? load(url);
  asked.set(url, answer);
  answer.catch(() => asked.delete(url));
  return answer;
}

async function load(url: string): Promise<PublishedPolicy | undefined> {
  const answer = await fetch(url);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return (await answer.json()) as PublishedPolicy;
}
