/** Parameters that tell that something is bought. */
import type { OptionRule } from '../option-rule.ts';

export const payOptions: readonly OptionRule[] = [
  {
    id: 'option.to-purchase',
    category: 'financial',
    why: 'A parameter names the thing that the call buys.',
    note: 'which names what is bought',
    on: ['write', 'execute'],
    fits: ({ description, path, isFree, types }, { nameWords }) =>
      path.length === 1 &&
      (isFree || types.includes('number') || types.includes('integer')) &&
      nameWords.some((word) =>
        ['create', 'add', 'provision', 'register', 'request', 'reserve', 'get'].includes(word),
      ) &&
      /^[^.]{0,60}\bto (?:purchase|buy)\b/iu.test(description),
    matches: ['create_number: Create a number (number: string = The phone number to purchase)'],
    misses: ['create_number: Create a number (number: string = The phone number to call)', 'list_numbers'],
  },
];
