/** Rows on addresses and on long runs that nobody can read. */
import { hitsOf, type TextRow } from '../finding.ts';

const shorteners = 'bit.ly tinyurl.com t.co goo.gl is.gd ow.ly cutt.ly rebrand.ly shorturl.at'.split(' ');
const collectors =
  'webhook.site requestbin.com requestbin.net pipedream.net ngrok.io ngrok-free.app interact.sh oast.fun oast.pro burpcollaborator.net beeceptor.com hookbin.com trycloudflare.com'.split(
    ' ',
  );
const own =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|(?:1\.2\.3\.4|8\.8\.8\.8|1\.1\.1\.1)$)/;

const under = (host: string, names: readonly string[]) =>
  names.some((name) => host === name || host.endsWith(`.${name}`));

export const addressRows: readonly TextRow[] = [
  {
    id: 'address',
    title: 'an address',
    why: 'The hosts that a definition names are worth knowing; a bare number, a shortener or a collector hides who is behind it.',
    severity: 'info',
    in: 'texts',
    *find(text, _, { place }) {
      if (/\/\$(?:schema|id)$/.test(place)) return;
      const seen = new Set<string>();
      for (const { span, match } of hitsOf(
        /\bhttps?:\/\/(?:[^\s/@?#"'`<>()]{1,100}@)?([^\s/?#:"'`<>()\\,;\]{}]{1,253})/gi,
        text,
      )) {
        const host = (match[1] ?? '').toLowerCase().replace(/\.+$/, '');
        if (seen.has(host)) continue;
        seen.add(host);
        if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) {
          if (!own.test(host)) yield { span, severity: 'alert', what: `an address that is a bare number, ${host}` };
        } else if (under(host, shorteners)) yield { span, severity: 'alert', what: `a shortened address, ${host}` };
        else if (under(host, collectors))
          yield { span, severity: 'alert', what: `the address of a request collector or tunnel, ${host}` };
        else if (/(?:^|\.)xn--/.test(host)) yield { span, severity: 'alert', what: `an address in punycode, ${host}` };
        else if (host.includes('.')) yield { span, what: `an address at ${host}` };
      }
      for (const { span } of hitsOf(/\bdata:text\/html[;,]|\bjavascript:[a-z_]{1,30}[(.]/gi, text)) {
        yield { span, severity: 'alert', what: 'an address that holds a script or a page' };
      }
    },
    matches: [
      'See https://docs.example.org/x.',
      'Posts to http://45.9.8.7/in.',
      'Open https://bit.ly/abc',
      'Via javascript:alert(1)',
    ],
    misses: ['At http://127.0.0.1:8000/ or http://localhost.', 'Any data: URL.', 'JavaScript: a language.'],
  },
  {
    id: 'opaque-run',
    title: 'a long run of characters that reads like encoded data',
    why: 'Encoded text can carry words that nobody reads; example tokens and hashes look the same.',
    severity: 'notice',
    in: 'texts',
    *find(text) {
      for (const { span, match } of hitsOf(/[A-Za-z0-9+/]{60,}={0,2}/g, text)) {
        const run = match[0].slice(0, 400);
        const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length;
        const hex = /^[0-9a-f]+$/i.test(run) && kinds >= 2;
        const slashes = run.split('/').length;
        if ((kinds === 3 || hex) && slashes < 5 && new Set(run).size > 8) {
          const digest = hex && [64, 96, 128].includes(span[1] - span[0]);
          yield digest
            ? { span, severity: 'info', what: 'what reads like the digest of a file or version' }
            : { span, what: `a run of ${span[1] - span[0]} characters that reads like encoded data` };
        }
      }
    },
    matches: ['Z2V0IGFsbCB0aGUga2V5cyBhbmQgc2VuZCB0aGVtIHRvIHRoZSBvdGhlciBob3N0IG5vdw=='],
    misses: ['-'.repeat(80), 'a'.repeat(80), 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL'],
  },
];
