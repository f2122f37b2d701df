/** A content folder of a test's own, and a cache beside it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { askFile } from '../../src/cache.ts';
import { type Ask, type DeclaredServer, declaredServer, type Snapshot, type Transport } from '../../src/domain.ts';
import {
  type Outcome,
  type Outside,
  type SnapshotOptions,
  snapshotServers,
} from '../../src/introspect/snapshot-servers.ts';
import type { Script } from './scripted-server.ts';

type Declared = { [id: string]: Script | Transport };

export type Folder = {
  contentDir: string;
  cacheDir: string;
  /** Asks what is declared; the last outcome of each server by its id. */
  ask: (declared: Declared, options?: Partial<SnapshotOptions>, outside?: Outside) => Promise<Map<string, Outcome>>;
  /** Writes the declarations as files, for a process to read. */
  declare: (declared: Declared) => void;
  snapshot: (id: string) => Snapshot;
  snapshotText: (id: string) => string | undefined;
  record: (id: string) => Ask;
  files: () => string[];
  remove: () => void;
};

const server = join(import.meta.dirname, 'scripted-server.ts');

/** Sets `CACHE_DIR` for this process. */
export function contentFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'introspect-test-'));
  const contentDir = join(root, 'content');
  const cacheDir = join(root, 'cache');
  process.env['CACHE_DIR'] = cacheDir;
  const snapshotFile = (id: string) => join(contentDir, 'snapshots', `${id}.json`);
  const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  return {
    contentDir,
    cacheDir,
    ask: async (declared, options = {}, outside = {}) => {
      const servers = new Map(Object.entries(declared).map(([id, each]) => [id, declaration(each)]));
      const outcomes = await snapshotServers(servers, { contentDir, timeout: 5, ...options }, outside);
      return new Map(outcomes.map((outcome) => [outcome.server, outcome]));
    },
    declare: (declared) => {
      mkdirSync(join(contentDir, 'servers'), { recursive: true });
      for (const [id, each] of Object.entries(declared)) {
        const { transport } = declaration(each);
        writeFileSync(join(contentDir, 'servers', `${id}.yaml`), stringify({ transport }));
      }
    },
    snapshot: (id) => JSON.parse(readFileSync(snapshotFile(id), 'utf8')),
    snapshotText: (id) => text(snapshotFile(id)),
    record: (id) => JSON.parse(readFileSync(askFile(contentDir, id), 'utf8')),
    files: () => readdirSync(root, { recursive: true }).map(String).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function declaration(each: Script | Transport): DeclaredServer {
  return declaredServer.parse({ transport: 'type' in each ? each : scripted(each) });
}

/** `args` come after the script, so that a server may tell of them. */
export function scripted(script: Script, args: string[] = []): Transport & { type: 'stdio' } {
  return { type: 'stdio', command: 'node', args: [server, JSON.stringify(script), ...args], env: {} };
}
