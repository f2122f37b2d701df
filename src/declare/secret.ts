/** What looks like a secret: by the name that it goes by, or by itself. In doubt, yes: a variable costs one line. */

const secretWords = new Set([
  'key',
  'apikey',
  'token',
  'secret',
  'password',
  'passwd',
  'pwd',
  'pass',
  'passphrase',
  'pat',
  'auth',
  'authorization',
  'credential',
  'credentials',
  'cookie',
  'session',
  'bearer',
  'signature',
  'sig',
  'jwt',
  'dsn',
  'pin',
]);
/** `AUTH_TYPE` and `KEY_FILE` name no secret. */
const harmlessEnds = new Set(
  'type mode method url uri host path file dir name user username region enabled timeout limit provider scheme scope scopes'.split(
    ' ',
  ),
);

/** The name of a variable, header, option or query parameter. */
export function isSecretName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.some((word) => secretWords.has(word)) && !harmlessEnds.has(words.at(-1) ?? '');
}

/** A switch or a small number is none, whatever it is called. */
export const isHarmlessValue = (value: string) => value === '' || /^(?:true|false|yes|no|on|off|\d{1,3})$/i.test(value);

const knownTokens = [
  /(?<![A-Za-z0-9])(?:sk|pk|rk|gh[opsru]|github_pat|glpat|npm|hf|ntn|lin_api|shp[a-z]{2}|xox[a-z]|dop_v1|r8)[-_][A-Za-z0-9_-]{12,}/,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}/,
  /AIza[A-Za-z0-9_-]{30}/,
  /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/,
  /-----BEGIN [A-Z ]{1,40}-----/,
  /(?<![0-9a-fA-F-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9a-fA-F-])/,
];
const digests = /(?:sha(?:256|384|512)[:-]|#)[0-9a-zA-Z+/=]{7,128}/g;

export function isSecretValue(value: string): boolean {
  const text = value.replaceAll(digests, ' ');
  return knownTokens.some((token) => token.test(text)) || text.split(/[^A-Za-z0-9]+/).some(isRandom);
}

/** Twenty letters and digits without a gap, mixed as no word mixes them. */
function isRandom(chunk: string): boolean {
  const digits = chunk.length - chunk.replaceAll(/\d/g, '').length;
  return chunk.length >= 20 && digits >= 3 && digits < chunk.length;
}
