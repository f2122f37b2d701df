/** Cloudflare's check that a person is there: off unless its two keys are set. */

const verifier = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
/** What the widget on the page puts into its token. */
export const turnstileAction = 'contact';

/** False for a token that is missing, spent, or made for another page. Throws when Cloudflare does not answer. */
export async function isPerson(
  token: string,
  secret: string,
  hostname: string | undefined,
  send: typeof fetch,
): Promise<boolean> {
  if (token === '' || token.length > 2048) return false;
  const response = await send(verifier, {
    method: 'POST',
    body: new URLSearchParams({ secret, response: token, idempotency_key: crypto.randomUUID() }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Turnstile answered ${response.status}`);
  const said = (await response.json()) as { success?: boolean; hostname?: string; action?: string };
  const here = hostname === undefined || said.hostname === hostname;
  return said.success === true && here && said.action === turnstileAction;
}
