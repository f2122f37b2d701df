/** A program that reads one of the formats: how it is set up with a snippet, and what it then does with real calls. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Transport } from '../../../src/domain.ts';
import { openProcesses } from '../../../src/introspect/processes.ts';
import { clientForms } from '../../../src/snippets/client-entry.ts';
import { catalogFolder, gatewayEntry, policyFile } from '../../../src/snippets/gateway-entry.ts';
import { snippets } from '../../../src/snippets/list.ts';
import type { EntryForm, Told } from '../../../src/snippets/snippet.ts';
import { fixtureServer } from '../../gateway/started.ts';
import { type Shown, startFakeModel } from './fake-model.ts';
import { installed } from './installed.ts';

export type Setting = {
  /** The person's home and the folder that they work in, both empty. */
  home: string;
  work: string;
  /** The address of the model. */
  model: string;
  /** The program's list of servers, with the one of the test, as the catalog prints it. */
  servers: string;
  /** Whether the program has asked the server for its tools. */
  hasListed: () => boolean;
  /** What the catalog printed; empty for a program without rules. */
  text: string;
};

export type Program = {
  /** Of the format, and of the form of its list of servers. */
  id: EntryForm;
  /** As npm knows it; the version is the one that the format says. */
  package: string;
  /** The file that starts it, in `node_modules`. */
  file: string;
  /** Files by path, and how it is started. Whatever it must be told besides the snippet stands here. */
  setUp: (setting: Setting, file: string) => Start;
  /** How it answers a call of a tool that it shows and yet refuses. */
  refusal?: RegExp;
  /** What it does with a tool of which its configuration says nothing. */
  otherwise: Told;
};

type Start = {
  files: { [path: string]: string };
  command: string;
  args: string[];
  env?: { [name: string]: string };
  /** Talks to it over its pipes; else it works by itself and ends. */
  converse?: (child: ChildProcessWithoutNullStreams, setting: Setting) => Promise<void>;
};

export type World = {
  serverKey: string;
  tools: readonly string[];
  /** The server is started through the catalog's gateway, with this policy. */
  gatewayPolicy?: string;
};

/** With its version. */
export function packageOf({ id, package: name }: Program): string {
  const proven = snippets.find((snippet) => snippet.id === id)?.proven;
  if (proven?.by !== 'program') throw new Error(`The format ${id} does not say which version it is proven with.`);
  return `${name}@${proven.version}`;
}

/** What the program did with a call of each tool. A tool that it never shows by any name is not there. */
export async function decisionsOf(program: Program, world: World, text: string): Promise<Map<string, Told>> {
  const modules = await installed(packageOf(program));
  const file = join(modules, program.file);
  const before = await converse(program, file, world, '', []);
  const { shown, called, results } = await converse(program, file, world, text, before.shown);
  const seen = new Set(shown.map(({ tool }) => tool));
  return new Map(
    before.shown.map(({ tool }, at): [string, Told] => {
      if (called.has(tool)) return [tool, 'allow'];
      const isRefused = !seen.has(tool) || program.refusal?.test(results.get(at) ?? '');
      return [tool, isRefused ? 'deny' : 'ask'];
    }),
  );
}

const patience = 120_000;

/** One start of the program: the model calls every tool of `calls` at once, whatever it is shown. */
async function converse(
  program: Program,
  file: string,
  { serverKey, tools, gatewayPolicy }: World,
  text: string,
  calls: readonly Shown[],
) {
  const folder = mkdtempSync(join(tmpdir(), `program-${program.id}-`));
  const model = await startFakeModel(calls);
  const [home, work] = [join(folder, 'home'), join(folder, 'home', 'work')];
  const [names, record] = [join(folder, 'names.json'), join(folder, 'called')];
  try {
    mkdirSync(work, { recursive: true });
    writeFileSync(names, JSON.stringify(tools));
    writeFileSync(record, '');
    const policy = join(folder, 'policy.yaml');
    writeFileSync(policy, gatewayPolicy ?? '');
    const [command, args] = [process.execPath, [fixtureServer('any-names.ts'), names, record]];
    const servers =
      gatewayPolicy === undefined
        ? clientForms[program.id].write([{ serverKey, command, args, env: [] }])
        : throughGateway(program.id, serverKey, { type: 'stdio', command, args, env: {} }, policy);
    const hasListed = () => existsSync(`${record}.listed`);
    const setting = { home, work, model: model.url, servers, hasListed, text };
    const start = program.setUp(setting, file);
    for (const [path, content] of Object.entries(start.files)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    await run(start, setting);
    const called = readFileSync(record, 'utf8').split('\n').filter(Boolean);
    return {
      shown: model.shown(),
      results: model.results(),
      called: new Set(called.map((line) => JSON.parse(line) as string)),
    };
  } finally {
    model.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The entry that a page prints, with its two paths filled in. */
function throughGateway(form: EntryForm, serverKey: string, transport: Transport, policy: string): string {
  const text = gatewayEntry(form, [{ server: serverKey, serverKey, transport }])?.text ?? '';
  return text.replaceAll(catalogFolder, process.cwd()).replaceAll(policyFile(serverKey), policy);
}

/**
 * Nothing of this machine's environment, and a proxy that does not exist: it reaches this machine alone. It ends with
 * the test, however the test ends.
 */
async function run({ command, args, env, converse: talk }: Start, setting: Setting): Promise<void> {
  const nowhere = 'http://127.0.0.1:9';
  const processes = openProcesses([]);
  const { child } = processes.start(command, args, {
    cwd: setting.work,
    env: {
      PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      HOME: setting.home,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      NO_PROXY: '127.0.0.1,localhost',
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
  }
  const timer = setTimeout(() => void processes.close(), patience);
  try {
    if (talk) {
      await talk(child, setting);
      return;
    }
    child.stdin.end();
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`);
  } finally {
    clearTimeout(timer);
    await processes.close();
  }
}
