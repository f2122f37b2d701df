/** The headers that every host sends with every answer, in one place so that hosts cannot differ. */

/** Scripts, styles and connections of the site itself and nothing else; WebAssembly is for the full-text search. */
const contentSecurityPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** Where Turnstile's script and frame come from; let in only on pages with the form, and only where it is on. */
const turnstile = 'https://challenges.cloudflare.com';
const withTurnstile = {
  ...contentSecurityPolicy,
  'script-src': `${contentSecurityPolicy['script-src']} ${turnstile}`,
  'frame-src': turnstile,
};

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyText(contentSecurityPolicy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Where the rules are by which a browser fetches a page before it is asked for (src/pages/pages.speculationrules.ts).
 * `base` is the path below which the site lives. A policy without inline scripts lets rules in by this header only.
 */
export const prefetchHeader = (base: string): Readonly<Record<string, string>> => ({
  'Speculation-Rules': `"${base}pages.speculationrules"`,
});

/** Pages with the whole form: the page itself, and the answer that says what is wrong. */
const formPages = ['/contact/', '/api/contact'];

/** For one address, as a path within the site's base. `turnstile` is whether the check is on. */
export function headersOf(pathname: string, turnstile: boolean): Readonly<Record<string, string>> {
  if (!turnstile || !formPages.includes(pathname)) return securityHeaders;
  return { ...securityHeaders, 'Content-Security-Policy': policyText(withTurnstile) };
}

/** The twins of pages stay out of search engines, and of a private site (`hidden`) everything does. */
export function robotsHeader(pathname: string, hidden: boolean): Readonly<Record<string, string>> {
  return hidden || /\.(?:md|json)$/.test(pathname) ? noindex : {};
}
const noindex = { 'X-Robots-Tag': 'noindex' };

/** `pathname` is within the site's base. Astro puts a hash of the content into the name of everything in `_astro`. */
export function cacheControl(pathname: string): string {
  return pathname.startsWith('/_astro/') ? immutable : 'public, max-age=0, must-revalidate';
}
const immutable = 'public, max-age=31536000, immutable';

/** Kinds of text that browsers do not take for UTF-8 by themselves, by the ending of the file's name. */
export const textTypes: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.speculationrules', 'application/speculationrules+json'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.yaml', 'application/yaml; charset=utf-8'],
]);

type Rule = { path: string; headers: Readonly<Record<string, string>>; detach?: string };

/**
 * The same as rules for hosts that serve files by themselves, `*` standing for anything. Where two rules hit one path,
 * hosts add the values up, so `detach` takes the wider rule's header away first. What no rule says is these hosts' own
 * default, and ours.
 */
function headerRules(turnstile: boolean, hidden: boolean, base: string): Rule[] {
  const wider = { path: '/contact/', headers: headersOf('/contact/', true), detach: 'Content-Security-Policy' };
  const policyOnly = { 'Content-Security-Policy': wider.headers['Content-Security-Policy'] ?? '' };
  return [
    { path: '/*', headers: { ...securityHeaders, ...prefetchHeader(base), ...robotsHeader('/', hidden) } },
    ...(turnstile ? [{ ...wider, headers: policyOnly }] : []),
    { path: '/_astro/*', headers: { 'Cache-Control': immutable } },
    ...[...textTypes].map(([ending, type]) => ({ path: `/*${ending}`, headers: { 'Content-Type': type } })),
    ...(hidden
      ? []
      : ['.md', '.json'].map((ending) => ({ path: `/*${ending}`, headers: robotsHeader(ending, false) }))),
  ];
}

/**
 * `_headers` of a site for Cloudflare and for Netlify; `base` is its path, `hidden` whether it is private. Netlify cannot take
 * a wider rule's header away: where Turnstile is on, every page there lets it in.
 */
export function headersFile(
  turnstile: boolean,
  hidden = false,
  host: 'cloudflare' | 'netlify' = 'cloudflare',
  base = '/',
): string {
  const [everywhere, ...others] = headerRules(host === 'cloudflare' && turnstile, hidden, base);
  const wide = host === 'netlify' ? headersOf('/contact/', turnstile) : {};
  const rules: Rule[] = [{ path: '/*', headers: { ...everywhere?.headers, ...wide } }, ...others];
  const blocks = rules.map(({ path, headers, detach }) => [
    path,
    ...(detach ? [`  ! ${detach}`] : []),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Routes of Vercel's Build Output API: headers, then the slash, then files and functions, then the page for what is not there. */
export function vercelRoutes(turnstile: boolean, hidden: boolean, base = '/'): object[] {
  const pattern = (path: string) => `^${path.replaceAll('.', '\\.').replaceAll('*', '(?:.*)')}$`;
  return [
    ...headerRules(turnstile, hidden, base).map(({ path, headers }) => ({
      src: pattern(path),
      headers,
      continue: true,
    })),
    { src: '^/(?!api/)((?:[^/.]+/)*[^/.]+)$', headers: { Location: '/$1/' }, status: 308 },
    { handle: 'filesystem' },
    { src: '^/.*$', dest: '/404.html', status: 404 },
  ];
}

function policyText(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
