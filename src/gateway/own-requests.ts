/** Requests that the gateway makes itself, under ids that no other side can guess or use. */
import { randomUUID } from 'node:crypto';
import type { Response } from './message.ts';

export type OwnRequests = {
  /** Rejects on an error, after `milliseconds`, and once `signal` fires; then the other side is told. */
  ask: (method: string, params: unknown, milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
  /** Whether the answer was to one of ours. */
  settle: (response: Response) => boolean;
  close: () => void;
};

export function ownRequests(send: (text: string) => void): OwnRequests {
  const open = new Map<string, { done: (response: Response) => void; fail: (error: Error) => void }>();
  return {
    ask(method, params, milliseconds, signal) {
      const id = `gateway-${randomUUID()}`;
      const key = JSON.stringify(id);
      return new Promise((resolve, reject) => {
        const fail = (error: Error) => {
          finish();
          reject(error);
        };
        const giveUp = (reason: string) => {
          if (!open.has(key)) return;
          send(
            JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id, reason } }),
          );
          fail(new Error(reason));
        };
        const timer = setTimeout(() => giveUp('Nobody answered in time.'), milliseconds);
        const abort = () => giveUp('The call was taken back.');
        const finish = () => {
          open.delete(key);
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        const done = ({ result, error }: Response) => {
          finish();
          if (error === undefined) resolve(result);
          else reject(new Error('It was answered with an error.'));
        };
        open.set(key, { done, fail });
        signal?.addEventListener('abort', abort);
        send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
      });
    },
    settle(response) {
      const asked = open.get(response.key);
      asked?.done(response);
      return asked !== undefined;
    },
    close() {
      for (const { fail } of open.values()) fail(new Error('The session has ended.'));
    },
  };
}
