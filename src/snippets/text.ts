/** Writing for the formats: names as exact text, whatever a server put into them. */

/** Two spaces, one newline at the end; marks that steer or hide text stand as escapes. */
export const printJson = (value: unknown) =>
  `${JSON.stringify(value, null, 2).replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (mark) =>
    mark
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )}\n`;

/** An object by any names, `__proto__` included. */
export const record = <T>(entries: Iterable<readonly [string, T]>): { [key: string]: T } => Object.fromEntries(entries);

const malformed = 'The name holds half of a character, which no file in UTF-8 can hold.';

/** For formats that write any well-formed name as it stands. */
export const refusesHalves = (serverKey: string, tool: string) =>
  tool.isWellFormed() && serverKey.isWellFormed() ? undefined : malformed;

/** For grammars with patterns and separators of their own: letters, digits, `_`, `.` and `-`, as MCP itself advises. */
export const refusesAllButPlain =
  (reads: string) =>
  (serverKey: string, tool: string): string | undefined =>
    /^[A-Za-z0-9_.-]{1,128}$/.test(tool) && /^[A-Za-z0-9_.-]{1,128}$/.test(serverKey)
      ? undefined
      : `The name holds a character that ${reads}.`;
