/** The contact form as a function of its own, on hosts that serve the files by themselves and whose disk does not last. */
import { contactHandler, type Visit } from '../contact/handler.ts';
import type { Environment } from '../contact/settings.ts';
import { withHeaders } from './answer.ts';
import { nodeContact, sweep } from './node-contact.ts';

/** Opens the database once, for as long as the host keeps the function. Throws as `nodeContact` does. */
export function serverless(environment: Environment) {
  const contact = nodeContact(environment, { ownDisk: false });
  const turnstile = contact.settings.turnstile !== undefined;
  return {
    async form(request: Request, visit: Visit): Promise<Response> {
      // Such hosts ask a function by its site's own names only, and take TLS off before it.
      const origin = contact.settings.origin ?? `https://${new URL(request.url).host}`;
      const page = async (path: string) => {
        const page = await fetch(new URL(path, origin), { signal: AbortSignal.timeout(5000) });
        return page.ok ? page.text() : undefined;
      };
      return withHeaders(await contactHandler({ ...contact, origins: [origin], page })(request, visit), turnstile);
    },

    /** What a timer calls. */
    async sweep(): Promise<void> {
      const line = await sweep(contact);
      if (line) console.log(line);
    },
  };
}
