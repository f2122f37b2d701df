/** An assertion that a list of faults is empty, and says them all where it is not: other programs read its message. */
import { expect } from 'vitest';

export const expectNone = (faults: readonly string[]) => expect(faults, faults.join('\n')).toEqual([]);
