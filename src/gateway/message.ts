/** One JSON-RPC message, read strictly. Nothing that is not clearly one of three kinds goes any further. */
import { readStrict, spanAt } from './json-text.ts';

export type JsonObject = { [name: string]: unknown };

/** `text` is what passes on, byte for byte. `key` tells ids apart as JSON does: 1, "1" and 1.0 are three. */
type Sent = { text: string; isLossy: boolean };
export type Request = Sent & { kind: 'request'; key: string; id: Id; method: string; params: JsonObject };
export type Notification = Sent & { kind: 'notification'; method: string; params: JsonObject };
export type Response = Sent & { kind: 'response'; key: string; id: Id; result?: unknown; error?: unknown };
export type Message = Request | Notification | Response;

/** An id as it was written. */
export type Id = { raw: string };

export type Malformed = {
  kind: 'malformed';
  /** JSON-RPC: -32700 is no JSON, -32600 no request, -32602 wrong params. */
  code: -32700 | -32600 | -32602;
  fault: string;
  /** Whom an answer would reach: absent where no id can be read, or where it is no request. */
  id?: Id;
};

const envelope = ['jsonrpc', 'id', 'method', 'params', 'result', 'error'];
const callParams = ['name', 'arguments', '_meta', 'task'];

export function readMessage(text: string): Message | Malformed {
  const read = readStrict(text);
  if (!read.ok) return { kind: 'malformed', code: -32700, fault: read.fault, ...answerable(text) };
  const { value, isLossy } = read;
  const wrong = (fault: string, code: Malformed['code'] = -32600): Malformed => ({
    kind: 'malformed',
    code,
    fault,
    ...answerable(text),
  });
  if (Array.isArray(value)) return wrong('batches are not let through; send one message at a time');
  if (!isObject(value)) return wrong('a message is an object');
  const odd = lookalike(value, envelope);
  if (odd !== undefined) return wrong(`the name ${JSON.stringify(odd)} is not let through`);
  if (value['jsonrpc'] !== '2.0') return wrong('jsonrpc must be "2.0"');

  const id = 'id' in value ? idOf(text, value['id']) : undefined;
  if ('id' in value && !id) return wrong('an id is a text or a whole number');
  const { method, params = {} } = value;
  const answers = ['result', 'error'].filter((name) => name in value);
  if (method === undefined && !('method' in value)) {
    if (!id || answers.length !== 1 || 'params' in value) return wrong('it is neither a request nor an answer');
    return { kind: 'response', text, isLossy, ...id, ...pick(value, answers) };
  }
  if (typeof method !== 'string' || answers.length > 0) return wrong('it is neither a request nor an answer');
  if (!isObject(params)) return wrong('params must be an object', -32602);
  const oddParam = method === 'tools/call' ? lookalike(params, callParams) : undefined;
  if (oddParam !== undefined) return wrong(`the parameter ${JSON.stringify(oddParam)} is not let through`, -32602);
  return id
    ? { kind: 'request', text, isLossy, method, params, ...id }
    : { kind: 'notification', text, isLossy, method, params };
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pick = (value: JsonObject, names: string[]) => Object.fromEntries(names.map((name) => [name, value[name]]));

/** Parsers that fold case would take it for a name of the protocol; the long s and the Kelvin sign fold too. */
function lookalike(value: JsonObject, names: string[]): string | undefined {
  return Object.keys(value).find((key) => !names.includes(key) && names.includes(key.toUpperCase().toLowerCase()));
}

function idOf(text: string, id: unknown): { key: string; id: Id } | undefined {
  if (typeof id === 'string' && id.length <= 1000 && id.isWellFormed()) {
    return { key: JSON.stringify(id), id: { raw: JSON.stringify(id) } };
  }
  if (typeof id !== 'number') return undefined;
  const span = spanAt(text, 'id');
  const raw = span ? text.slice(span.start, span.end) : '';
  return /^-?(?:0|[1-9][0-9]{0,39})$/.test(raw) ? { key: raw, id: { raw } } : undefined;
}

/** A refused request is answered under its id where that is beyond doubt; a refused answer or notification is not. */
function answerable(text: string): { id?: Id } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || !('method' in value)) return {};
    const found = (text.match(/"id"\s*:/g) ?? []).length === 1 ? idOf(text, value['id']) : undefined;
    return found ? { id: found.id } : {};
  } catch {
    return {};
  }
}
