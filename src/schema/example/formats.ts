/** Formats of strings: a value that everyone knows for an example, and what is accepted of the values that a schema offers. */

type Format = { example: string; accepts: RegExp };

const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)`;
const host = String.raw`[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?)*`;
const absolute = String.raw`[a-z][a-z0-9+.-]{0,20}:(?:\/\/${host}(?::\d{1,5})?)?(?:\/[A-Za-z0-9/._~-]*)?(?:\?[A-Za-z0-9=&._-]*)?`;

const row = (example: string, accepts: string): Format => ({ example, accepts: new RegExp(`^(?:${accepts})$`) });
const ipv4 = row('192.0.2.10', String.raw`(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}`);
const uri = row('https://example.com/', absolute);
const email = row('ana@example.com', String.raw`[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@${host}\.[a-z]{2,}`);

/** Narrower than the standards: what is accepted here, every validator accepts. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['date-time', row('2026-01-15T09:30:00Z', `${day}T${time}`)],
  ['iso-date-time', row('2026-01-15T09:30:00Z', `${day}T${time}`)],
  ['date', row('2026-01-15', day)],
  ['time', row('09:30:00Z', time)],
  ['iso-time', row('09:30:00Z', time)],
  ['duration', row('P1D', String.raw`P\d{1,4}[YMWD]|PT\d{1,6}[HMS]`)],
  ['email', email],
  ['idn-email', email],
  ['hostname', row('example.com', host)],
  ['idn-hostname', row('example.com', host)],
  ['ipv4', ipv4],
  ['ipv6', row('2001:db8::1', '2001:db8::[0-9a-f]{1,4}')],
  ['uri', uri],
  ['url', row('https://example.com/', String.raw`https?:\/\/(?:${host})\.[a-z]{2,}(?:\/[A-Za-z0-9/._~-]*)?`)],
  ['iri', uri],
  ['uri-reference', row('/example', `${absolute}|/[A-Za-z0-9/._~-]*`)],
  ['iri-reference', row('/example', `${absolute}|/[A-Za-z0-9/._~-]*`)],
  ['uri-template', row('https://example.com/{id}', String.raw`${absolute}|https:\/\/example\.com\/\{id\}`)],
  ['uuid', row('3f2504e0-4f89-41d3-9a0c-0305e82c3301', '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}')],
  ['json-pointer', row('/items/0', '(?:/[A-Za-z0-9_-]*)*')],
  ['relative-json-pointer', row('0', String.raw`0|[1-9]\d*`)],
  ['regex', row('^[a-z]+$', String.raw`\^?[A-Za-z0-9]*(?:\[a-z\]\+)?\$?`)],
  ['byte', row('ZXhhbXBsZQ==', '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?')],
]);

/** A value of the format; undefined where the format is not known. */
export const formatExample = (format: unknown): string | undefined =>
  typeof format === 'string' ? formats.get(format)?.example : undefined;

/** Whether the text is surely of the format. A format that is not known asks for nothing. */
export const isOfFormat = (text: string, format: unknown): boolean =>
  typeof format !== 'string' || (text.length <= 2_000 && (formats.get(format)?.accepts.test(text) ?? true));
