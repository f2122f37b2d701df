/** A call on its way to a decision, and what is written down of it. */
import { digestOf } from '../digest.ts';
import type { Caller } from './caller.ts';
import { spanAt } from './json-text.ts';
import { isObject, type JsonObject, type Request } from './message.ts';

export type Judged = {
  request: Request;
  caller: Caller;
  /** Takes the call back while it has not been sent. */
  signal: AbortSignal;
  tool: string;
  given: JsonObject;
  /** As they were sent. */
  argumentsText: string;
};

/** A fault, where it is no call of a tool with arguments. */
export function readCall(request: Request, caller: Caller, signal: AbortSignal): Judged | { fault: string } {
  const { name, arguments: given = {} } = request.params;
  if (typeof name !== 'string' || name === '') return { fault: 'name must be the name of a tool' };
  if (!isObject(given)) return { fault: 'arguments must be an object' };
  const span = spanAt(request.text, 'params', 'arguments');
  const argumentsText = span ? request.text.slice(span.start, span.end) : '{}';
  return { request, caller, signal, tool: name, given, argumentsText };
}

export const auditOf = ({ request, tool, given }: Judged) => ({
  method: request.method,
  tool: tool.slice(0, 500),
  argumentsDigest: digestOfArguments(given, request.text),
});

/** A number like 1e400 has no canonical form; the message as it came stands for it. */
function digestOfArguments(given: JsonObject, text: string): string {
  try {
    return digestOf(given);
  } catch {
    return digestOf(text);
  }
}
