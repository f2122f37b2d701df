/** Facts under the verdict band: what is known, and what is missing and why. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import { hints } from '../classify/label.ts';
import type { Transport } from '../domain.ts';
import type { ParameterTable } from '../schema/parameters.ts';
import { serverUrl } from '../urls.ts';
import { lastAnswer } from './rows.ts';
import { clip } from './summary.ts';
import { tokensOf } from './tokens.ts';
import { count, dateWords, list, number, seconds } from './words.ts';

export type Fact = {
  name: string;
  text: string;
  href?: string;
  /** Follows the text in dim ink. */
  also?: string;
  /** The exact value behind a shortened one, for a copy button. */
  copy?: string;
  mono?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
};

export function toolFacts(server: CatalogServer, tool: CatalogTool, parameters: ParameterTable): Fact[] {
  const version = server.snapshot?.serverInfo?.version;
  return [
    {
      name: 'Server',
      text: clip(server.title, 80),
      href: serverUrl(server.id),
      ...(version === undefined ? {} : { also: clip(version, 40) }),
    },
    { name: 'Publisher', text: server.declared.publisher ?? 'not declared' },
    { name: 'Parameters', text: parametersFact(parameters), href: '#parameters' },
    { name: 'Annotations', text: annotations(tool) },
    {
      name: 'Definition',
      text: tool.digest.slice(7, 19),
      copy: tool.digest,
      mono: true,
      also: `about ${count(tokensOf(tool), 'token')}`,
    },
    { name: 'Asked', text: asked(server) },
  ];
}

function parametersFact(table: ParameterTable): string {
  if (table.kind === 'not-described') return 'not described';
  return table.total === 0 ? 'none' : `${number(table.total)}, ${requiredWords(table)}`;
}

/** `all required`, `2 required`, `none required`, of a table with parameters. */
export function requiredWords({ total, required }: { total: number; required: number }): string {
  if (required === 0) return 'none required';
  return required === total ? (total === 1 ? 'required' : 'all required') : `${number(required)} required`;
}

function annotations({ definition: { annotations = {} } }: CatalogTool): string {
  const declared = hints.filter((hint) => typeof annotations[hint] === 'boolean');
  if (declared.length === 0) return 'none declared';
  return list(declared.map((hint) => `${hint} ${annotations[hint]}`));
}

export function serverFacts(server: CatalogServer): Fact[] {
  const { declared, snapshot, ask } = server;
  return [
    { name: 'Publisher', text: declared.publisher ?? 'not declared' },
    { name: 'Licence', text: declared.license ?? 'not declared' },
    { name: 'Source', ...link(declared.repository) },
    ...(declared.homepage ? [{ name: 'Home page', ...link(declared.homepage) }] : []),
    { name: 'Version', text: snapshot ? clip(snapshot.serverInfo?.version ?? 'not given', 40) : 'not known' },
    ...(ask?.packageVersion ? [{ name: 'Package', text: ask.packageVersion }] : []),
    { name: 'Protocol', text: clip(snapshot?.protocolVersion ?? 'not known', 40) },
    { name: 'Asked', text: asked(server) },
    ...(server.tools.length > 0
      ? [{ name: 'Tokens', text: `about ${number(sum(server.tools.map(tokensOf)))} for all its tools` }]
      : []),
    { name: 'Reads so since', text: snapshot ? dateWords(snapshot.capturedAt) : 'not known' },
    ...counted(server),
    {
      name: declared.transport.type === 'stdio' ? 'Runs as' : 'Address',
      text: runsAs(declared.transport),
      mono: true,
      wide: true,
    },
  ];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function counted({ ask }: CatalogServer): Fact[] {
  if (ask?.outcome.kind !== 'answered') return [];
  const { prompts, resources } = ask.outcome;
  return [
    ...(prompts === undefined ? [] : [{ name: 'Prompts', text: number(prompts) }]),
    ...(resources === undefined ? [] : [{ name: 'Resources', text: number(resources) }]),
  ];
}

const link = (href: string | undefined): Omit<Fact, 'name'> =>
  href === undefined
    ? { text: 'not declared' }
    : { text: new URL(href).host + new URL(href).pathname.replace(/\/$/, ''), href };

/** How the server was asked: `npx -y plex-mcp@0.5.3`, or its address. Values of variables and headers are left out. */
export function runsAs(transport: Transport): string {
  if (transport.type === 'http') return transport.url.split('?')[0] ?? transport.url;
  return [transport.command, ...transport.args]
    .map((part) => (/[\s"'$]/.test(part) ? JSON.stringify(part) : part))
    .join(' ');
}

/** `22 Nov 2026 over stdio, in 1.2 s`. */
function asked(server: CatalogServer): string {
  const { ask, declared } = server;
  const way = declared.transport.type === 'stdio' ? 'over stdio' : 'over HTTP';
  const day = lastAnswer(server);
  if (!ask) return day === undefined ? 'never' : `${day}, ${way}`;
  const time = ask.outcome.kind === 'answered' ? `, in ${seconds(ask.milliseconds)}` : ', without an answer';
  return `${dateWords(ask.askedAt)}, ${way}${time}`;
}
