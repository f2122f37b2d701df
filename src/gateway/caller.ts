/** Who makes a call, by what it says of itself. */
import { canBeAsked } from './approval.ts';
import { isObject, type JsonObject } from './message.ts';

export type Caller = {
  canBeAsked: boolean;
  isModern: boolean;
  /** Goes with requests of the revisions without a handshake. */
  meta?: JsonObject;
};

/** From 2026-07-28 on each request says for itself who asks. */
export function modernCaller(params: JsonObject): Caller | undefined {
  const meta = params['_meta'];
  if (!isObject(meta) || typeof meta['io.modelcontextprotocol/protocolVersion'] !== 'string') return undefined;
  const named = Object.entries(meta).filter(([key]) => key.startsWith('io.modelcontextprotocol/'));
  const asked = canBeAsked(meta['io.modelcontextprotocol/clientCapabilities']);
  return { canBeAsked: asked, isModern: true, meta: Object.fromEntries(named) };
}
