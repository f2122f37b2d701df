/** Bytes to lines: bounded, and UTF-8 or nothing. */

/** What is left without a line end is no message. */
type LineReader = { push: (chunk: Buffer) => void };

export type LineFault = 'too long' | 'not UTF-8';

export function lineReader(
  most: number,
  onLine: (text: string) => void,
  onFault: (fault: LineFault) => void,
): LineReader {
  let parts: Buffer[] = [];
  let length = 0;
  let isSkipping = false;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  const take = (piece: Buffer) => {
    length += piece.length;
    if (length > most && !isSkipping) {
      isSkipping = true;
      onFault('too long');
    }
    if (isSkipping) parts = [];
    else parts.push(piece);
  };
  const finish = () => {
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const wasSkipped = isSkipping;
    parts = [];
    length = 0;
    isSkipping = false;
    if (wasSkipped) return;
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      onFault('not UTF-8');
      return;
    }
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (line.trim() !== '') onLine(line);
  };
  return {
    push(chunk) {
      let from = 0;
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        take(chunk.subarray(from, to));
        finish();
        from = to + 1;
      }
      if (from < chunk.length) take(chunk.subarray(from));
    },
  };
}
