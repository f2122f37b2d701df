/** Ids where they stand outside their own place: in what cancels a request, and in what could not be read. */

/** The key of the request that a cancellation speaks of; empty where it speaks of none. */
export function cancelledKey(id: unknown, text: string): string {
  if (typeof id === 'string') return JSON.stringify(id);
  return /"requestId"\s*:\s*(-?[0-9]+)/.exec(text)?.[1] ?? '';
}

/** Ids in a message that could not be read; a wrong guess costs one request its answer. */
export function idsIn(text: string): string[] {
  return [...text.slice(0, 1_000_000).matchAll(/"id"\s*:\s*(-?[0-9]+|"(?:[^"\\]|\\.)*")/g)].map(([, id]) => id ?? '');
}
