/** Who writes, without keeping where from: an address becomes a hash that cannot be traced back once its day is over. */

/** What counts as one address: IPv4 as it is, IPv6 by the 64 bits that one household has. Anything else is one party. */
export function addressGroup(ip: string | undefined): string {
  const plain = (ip ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped;
  // The parser of addresses writes every IPv6 address in one way.
  const host = URL.canParse(`http://[${plain}]`) ? new URL(`http://[${plain}]`).hostname.slice(1, -1) : undefined;
  if (host === undefined) return 'unknown';
  const [head = '', tail] = host.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Hex of an HMAC with the day's secret. */
export async function hashedAddress(secret: string, group: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, encoder.encode(group)));
}

/** 256 random bits. */
export const freshSecret = () => hex(crypto.getRandomValues(new Uint8Array(32)).buffer);

/** A message's id: the same for the same text sent again, whoever resends it. `nonce` is the page's own, or the day. */
export async function messageId(nonce: string, values: readonly string[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([nonce, ...values]));
  return hex(await crypto.subtle.digest('SHA-256', text)).slice(0, 32);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
