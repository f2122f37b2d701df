/** The small interface behind which each generation of the protocol has a file. */
import type { Wire } from './wire.ts';

/** Opens a conversation over a transport that nobody has started. Rejects when the server refuses this generation. */
export type Generation = (wire: Wire, limits: Limits) => Promise<Conversation>;

type Limits = {
  signal: AbortSignal;
  /** For one request. */
  milliseconds: number;
};

export type Conversation = {
  /** What the server said of itself, unchecked. */
  hello: { protocolVersion?: unknown; serverInfo?: unknown; instructions?: unknown; capabilities?: unknown };
  /** One page, unchecked. */
  list: (what: 'tools' | 'prompts' | 'resources', cursor?: string) => Promise<unknown>;
};

export const catalogClient = { name: 'mcp-tool-catalog', version: '0.1.0' };
