/** Takes secrets out of a declaration: each becomes a variable, which its owner sets where servers are asked. */
import { type DraftTransport, reference, variableName } from './declaration.ts';
import { isHarmlessValue, isSecretName, isSecretValue } from './secret.ts';

export type Variable = {
  name: string;
  /** Where the value stood: `env.API_KEY`, `headers.Authorization`, `args[2]`, `url`. */
  place: string;
};
export type Redacted = { transport: DraftTransport; variables: Variable[] };
export type Names = (value: string, ...names: string[]) => string;

/** Gives a variable name for each value; another value never gets the same. For all servers of one run. */
export function variableNames(): Names {
  const values = new Map<string, string>();
  return (value, ...names) => {
    const last = names.at(-1) ?? 'MCP';
    const more = Array.from({ length: 1_000 }, (_, n) => `${last}_${n + 2}`);
    const name = [...names, ...more].find((each) => (values.get(each) ?? value) === value) ?? last;
    values.set(name, value);
    return name;
  };
}

/** `server` begins the name of every variable that has no name of its own. */
export function redact(transport: DraftTransport, server: string, names: Names): Redacted {
  const variables: Variable[] = [];
  const hide = (value: string, place: string, ...hints: string[]) => {
    if (/\$\{[A-Za-z_]/.test(value)) return value;
    const name = names(value, ...hints);
    if (!variables.some((each) => each.name === name && each.place === place)) variables.push({ name, place });
    return reference(name);
  };
  const hidden = (): DraftTransport => {
    switch (transport.type) {
      case 'stdio':
        return {
          ...transport,
          ...(transport.args && { args: hideArguments(transport.args, server, hide) }),
          ...(transport.env && { env: hideEnvironment(transport.env, server, hide) }),
        };
      case 'http':
        return {
          ...transport,
          url: hideAddress(transport.url, 'url', server, hide),
          ...(transport.headers && { headers: hideHeaders(transport.headers, server, hide) }),
        };
      default:
        return transport satisfies never;
    }
  };
  return { transport: hidden(), variables };
}

type Hide = (value: string, place: string, ...hints: string[]) => string;
type Texts = { [name: string]: string };

const isSecret = (name: string, value: string) =>
  (isSecretName(name) && !isHarmlessValue(value)) || isSecretValue(value);

function hideEnvironment(env: Texts, server: string, hide: Hide): Texts {
  return mapTexts(env, (name, value) => {
    const place = `env.${name}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !isSecretName(name)) return hideAddress(value, place, server, hide);
    return isSecret(name, value) ? hide(value, place, variableName(name), variableName(server, name)) : value;
  });
}

function hideHeaders(headers: Texts, server: string, hide: Hide): Texts {
  return mapTexts(headers, (name, value) => hideHeader(name, value, `headers.${name}`, server, hide));
}

function hideHeader(name: string, value: string, place: string, server: string, hide: Hide): string {
  const [, scheme, token] = /^(Bearer|Basic|Token|ApiKey) +(\S.*)$/i.exec(value) ?? [];
  if (scheme && token) return `${scheme} ${hide(token, place, variableName(server, 'token'))}`;
  return isSecret(name, value) ? hide(value, place, variableName(server, name)) : value;
}

/** `--key value`, `--key=value`, `KEY=value`, `--header "Name: value"`, an address, or the bare secret. */
function hideArguments(args: readonly string[], server: string, hide: Hide): string[] {
  return args.map((arg, index) => {
    const place = `args[${index}]`;
    const before = args[index - 1] ?? '';
    const [, name, value] = /^([^=\s:/?]+)=(.+)$/s.exec(arg) ?? [];
    const [, label = '', header, said] = /^(([A-Za-z][A-Za-z0-9-]*): *)(\S.*)$/s.exec(arg) ?? [];
    if (header && said && /^(?:-H|--headers?)$/.test(before))
      return `${label}${hideHeader(header, said, place, server, hide)}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(arg)) return hideAddress(arg, place, server, hide);
    if (name && value) {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return `${name}=${hideAddress(value, place, server, hide)}`;
      return isSecret(name, value) ? `${name}=${hide(value, place, variableName(server, name))}` : arg;
    }
    const named = /^--?[A-Za-z]/.test(before) && !before.includes('=') && !arg.startsWith('-') && isSecretName(before);
    if (named && !isHarmlessValue(arg)) return hide(arg, place, variableName(server, before));
    return isSecretValue(arg) ? hide(arg, place, variableName(server, 'secret')) : arg;
  });
}

/** The password, secret parts of the path, and secret query parameters; the rest is left as it was written. */
function hideAddress(address: string, place: string, server: string, hide: Hide): string {
  const [, origin = '', path = '', query = '', fragment = ''] =
    /^([^/?#]*\/\/[^/?#]*)([^?#]*)(\??[^#]*)(.*)$/s.exec(address) ?? [];
  const shown = origin.replace(
    /^([^/]*\/\/[^:@]*:)(.+)@/,
    (_all, before: string, password: string) => `${before}${hide(password, place, variableName(server, 'password'))}@`,
  );
  const parts = path
    .split('/')
    .map((part) => (isSecretValue(part) ? hide(part, place, variableName(server, 'path')) : part));
  const parameters = query.split('&').map((pair) => {
    const [, before = '', name = '', value = ''] = /^(\??([^=]*)=)(.*)$/s.exec(pair) ?? [];
    return isSecret(name, value) ? `${before}${hide(value, place, variableName(server, name))}` : pair;
  });
  return [shown, parts.join('/'), parameters.join('&'), fragment].join('');
}

const mapTexts = (texts: Texts, change: (name: string, value: string) => string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, change(name, value)]));
