/** What a server sees of our environment: how to find programs and the network, and what its file declares. */
import { delimiter, dirname } from 'node:path';
import { Failure } from './failure.ts';

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const passed = [
  'PATH',
  'LANG',
  ...proxies,
  ...proxies.map((name) => name.toLowerCase()),
  'NODE_USE_ENV_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** The Node that runs the catalog comes first on PATH, after `bins`, so that `node` means the same everywhere. */
export function serverEnvironment(
  ours: NodeJS.ProcessEnv,
  options: { home: string; bins: string[]; declared: { [name: string]: string } },
): { [name: string]: string } {
  const env: { [name: string]: string } = {};
  for (const name of passed) {
    const value = ours[name];
    if (value !== undefined) env[name] = value;
  }
  env['PATH'] = [...options.bins, dirname(process.execPath), ...(ours['PATH'] ? [ours['PATH']] : [])].join(delimiter);
  env['HOME'] = options.home;
  return { ...env, ...options.declared };
}

export type Expansion = {
  values: { [name: string]: string };
  /** What was filled in from our environment, by variable: it must not show in what is published. */
  secrets: Map<string, string>;
};

/**
 * Fills in `${VAR}` and `${VAR:-default}` from our environment. A variable that is neither set nor has a default is a
 * failure that names it.
 */
export function expand(declared: { [name: string]: string }, ours: NodeJS.ProcessEnv): Expansion {
  const secrets = new Map<string, string>();
  const missing = new Set<string>();
  const fill = (text: string) =>
    text.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g, (_all, name: string, fallback?: string) => {
      const value = ours[name];
      if (value) secrets.set(name, value);
      else if (fallback === undefined) missing.add(name);
      return value || (fallback ?? '');
    });
  const values = Object.fromEntries(Object.entries(declared).map(([name, text]) => [name, fill(text)]));
  if (missing.size > 0) throw wantsVariables([...missing]);
  return { values, secrets };
}

function wantsVariables(names: string[]): Failure {
  const list = new Intl.ListFormat('en').format(names);
  return names.length === 1
    ? new Failure('wants-variable', `It wants the environment variable ${list}: set it, or declare a default for it.`)
    : new Failure('wants-variable', `It wants the environment variables ${list}: set them, or declare defaults.`);
}
