/** The other end of the Agent Client Protocol: an editor whose person says no to every question. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Setting } from './program.ts';

type Message = { id?: number | string; method?: string; result?: { sessionId?: string }; error?: { message: string } };

export async function agentClient(child: ChildProcessWithoutNullStreams, { work, hasListed }: Setting): Promise<void> {
  const open = new Map<unknown, { resolve: (message: Message) => void; reject: (error: Error) => void }>();
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const ask = (method: string, params: object) =>
    new Promise<Message>((resolve, reject) => {
      const id = open.size + 1;
      open.set(id, { resolve, reject });
      send({ id, method, params });
    });
  child.once('exit', (code) => {
    for (const { reject } of open.values()) reject(new Error(`it ended with ${code}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const message = JSON.parse(line) as Message;
    const { id, method, error } = message;
    if (method === 'session/request_permission') send({ id, result: { outcome: { outcome: 'cancelled' } } });
    else if (method !== undefined && id !== undefined) send({ id, error: { code: -32601, message: 'Not here.' } });
    else if (error) open.get(id)?.reject(new Error(error.message));
    else if (id !== undefined) open.get(id)?.resolve(message);
  });
  await ask('initialize', { protocolVersion: 1, clientCapabilities: {} });
  const { result } = await ask('session/new', { cwd: work, mcpServers: [] });
  // Servers connect in the background, and their tools are taken over a moment after they are listed.
  for (let n = 0; n < 300 && !hasListed(); n++) await sleep(100);
  await sleep(500);
  await ask('session/prompt', { sessionId: result?.sessionId, prompt: [{ type: 'text', text: 'hello' }] });
}
