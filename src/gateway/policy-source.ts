/** The policy in force: read from a file, and read again when it changes. A bad file keeps the one before. */
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkPolicies } from '../policy/check.ts';
import type { Policy } from '../policy/grammar.ts';

export type PolicySource = { policy: () => Policy; close: () => void };

export type ReadPolicy = { ok: true; policy: Policy; text: string } | { ok: false; problems: string[] };

export type PolicyEvents = { replaced: () => void; kept: (problems: string[]) => void };

/** Milliseconds: between looks at the file, and for a writer to finish. */
const pace = { look: 300, settle: 100 };

/** `server`: whose policy it must be; a file of one policy needs no telling. */
export function readPolicyFile(file: string, server?: string): ReadPolicy {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { ok: false, problems: [`${file}: cannot be read: ${(error as Error).message}`] };
  }
  const checked = checkPolicies(file, text);
  if (!checked.ok) return checked;
  const { policies } = checked;
  const names = policies.map((each) => each.server).join(', ');
  const policy = server === undefined ? policies[0] : policies.find((each) => each.server === server);
  if (!policy) return { ok: false, problems: [`${file}: holds no policy for "${server}", but for ${names}`] };
  if (server === undefined && policies.length > 1) {
    return { ok: false, problems: [`${file}: holds policies for ${names}; say which with --server`] };
  }
  return { ok: true, policy, text };
}

/** Looks at the file by name, so that a rename over it and a moved link are seen. */
export function watchPolicy(
  file: string,
  first: ReadPolicy & { ok: true },
  server: string,
  events: PolicyEvents,
): PolicySource {
  let { policy, text } = first;
  let isReading = false;
  const look = async () => {
    if (isReading) return;
    isReading = true;
    const read = await settled(file, server);
    isReading = false;
    if (!read.ok) events.kept(read.problems);
    else if (read.text !== text) {
      ({ policy, text } = read);
      events.replaced();
    }
  };
  watchFile(file, { interval: pace.look, persistent: false }, look);
  return { policy: () => policy, close: () => unwatchFile(file, look) };
}

/** A file that is being written may read as a shorter policy: two looks must agree. */
async function settled(file: string, server: string): Promise<ReadPolicy> {
  let before = readPolicyFile(file, server);
  for (let round = 0; round < 50; round++) {
    await sleep(pace.settle);
    const now = readPolicyFile(file, server);
    if (JSON.stringify(textOf(now)) === JSON.stringify(textOf(before))) return now;
    before = now;
  }
  return { ok: false, problems: [`${file}: does not stop changing`] };
}

const textOf = (read: ReadPolicy) => (read.ok ? read.text : read.problems);
