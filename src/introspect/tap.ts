/**
 * The SDKs speak the protocol, but check answers strictly: one tool without `type` in its schema costs the whole list.
 * A tap keeps each answer as the server sent it, and hands the SDK the smallest answer that it accepts.
 */
import { isObject, type Wire } from './wire.ts';

/** The last answer to each method, word for word. */
export type Answers = Map<string, unknown>;

export type Shells = { [method: string]: (result: { [key: string]: unknown }) => unknown };

/** Taps a transport in place, since the SDKs read more from theirs than an interface says. */
export function tap(wire: Wire, shells: Shells): Answers {
  const answers: Answers = new Map();
  const asked = new Map<unknown, string>();

  const send = wire.send.bind(wire);
  wire.send = (message, options) => {
    if (isObject(message) && typeof message['method'] === 'string' && 'id' in message) {
      asked.set(message['id'], message['method']);
    }
    return send(message, options);
  };

  let deliver: Wire['onmessage'];
  Object.defineProperty(wire, 'onmessage', {
    get: () => deliver,
    set: (receive: Wire['onmessage']) => {
      deliver = receive && ((message, extra) => receive(tapped(message), extra));
    },
  });

  function tapped(message: unknown): unknown {
    if (!isObject(message) || !isObject(message['result'])) return message;
    const method = asked.get(message['id']);
    if (method === undefined) return message;
    asked.delete(message['id']);
    answers.set(method, message['result']);
    const shell = shells[method];
    return shell ? { ...message, result: shell(message['result']) } : message;
  }
  return answers;
}

/** The capabilities that an SDK would look at, without what it could trip over. */
export function plainCapabilities(capabilities: unknown): { [key: string]: object } {
  const names = ['tools', 'prompts', 'resources'];
  return isObject(capabilities)
    ? Object.fromEntries(names.filter((name) => isObject(capabilities[name])).map((name) => [name, {}]))
    : {};
}
