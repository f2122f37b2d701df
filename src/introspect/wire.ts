/** What both SDKs ask of a transport, without their types: theirs differ between the generations. */
export type Wire = {
  start: () => Promise<void>;
  send: (message: unknown, options?: unknown) => Promise<void>;
  close: () => Promise<void>;
  onmessage?: ((message: unknown, extra?: unknown) => void) | undefined;
  onerror?: ((error: Error) => void) | undefined;
  onclose?: (() => void) | undefined;
};

export type Foreign = { [key: string]: unknown };

export const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
