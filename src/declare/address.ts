/** A server that is an address on the web. */
import { type Declared, failed, isWebAddress } from './declaration.ts';

const empty = new Set(['mcp', 'api', 'www', 'app', 'server', 'gateway']);

export function addressServer(url: string): Declared {
  const parsed = URL.parse(url);
  if (!parsed || !isWebAddress(url))
    return failed(`${url}: not an http or https address. Write it whole, as https://example.com/mcp.`);
  return {
    declarations: [{ name: nameOf(parsed), server: { transport: { type: 'http', url } }, notes: [] }],
    problems: [],
  };
}

/** `https://mcp.example.com/mcp` is `example`. */
function nameOf({ hostname }: URL): string {
  const labels = hostname.split('.');
  const isName = !/^[\d.]+$|[[\]:]/.test(hostname) && labels.length > 1;
  const telling = (isName ? labels.slice(0, -1) : [hostname]).filter((label) => !empty.has(label));
  return telling.at(-1) ?? labels.at(-2) ?? hostname;
}
