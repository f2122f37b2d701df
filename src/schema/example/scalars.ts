/** Texts and numbers that may be meant, the most telling first. Each is still to be checked. */
import { formatExample } from './formats.ts';
import { greatest, least, numbersOf, type Parts, valuesOf } from './parts.ts';
import { textsOf } from './patterns.ts';
import { plausibleNumber, plausibleText } from './plausible.ts';

/** What many patterns ask for. */
const shapes = [
  ...[
    'ana@example.com',
    'https://example.com/',
    'example.com',
    '2026-01-15',
    '2026-01-15T09:30:00Z',
    '09:30:00',
    '09:30',
  ],
  ...['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '#1f6feb', '1.0.0', '12345', 'PROJ-123', '/data/notes.txt', 'main'],
  ...[
    'example',
    'example-name',
    'example_name',
    'Example',
    'EXAMPLE',
    'en',
    'en-US',
    'DE',
    'EUR',
    '10px',
    '192.0.2.10',
  ],
  ...['+15555550100', `0x${'0'.repeat(39)}1`, '10', '1', 'a', ''],
];

const longestText = 2_000;

/** `nth` tells the values of one list apart. */
export function texts(parts: Parts, name: string, nth: number): string[] {
  const patterns = valuesOf(parts, 'pattern').filter((pattern) => typeof pattern === 'string');
  const formats = valuesOf(parts, 'format')
    .map(formatExample)
    .filter((text) => text !== undefined);
  const [low, high] = [greatest(parts, 'minLength', 0), least(parts, 'maxLength', longestText)];
  const said = valuesOf(parts, 'description').find((text) => typeof text === 'string');
  const first = [...formats, plausibleText(name, said), plausibleText(name)];
  const more = patterns.length > 0 ? [...shapes, ...patterns.flatMap(textsOf)] : [];
  return [...first, ...more].flatMap((text) => {
    const [fit, other] = [fitted(text, low, high), fitted(varied(text, nth), low, high)];
    return nth > 0 ? [other, fit] : [fit];
  });
}

function varied(text: string, nth: number): string {
  if (nth === 0) return text;
  return /@|^[^:]*-/.test(text) ? text.replace(/^[\p{L}\p{N}]*/u, `$&${nth + 1}`) : `${text}${nth + 1}`;
}

/** Cut, or said again and again, to the length that is asked for. */
function fitted(text: string, low: number, high: number): string {
  const letters = [...text];
  if (letters.length > high)
    return letters.slice(0, Math.max(0, high)).join('').trim().padEnd(Math.min(low, longestText), 'x');
  if (letters.length >= low || low > longestText) return text;
  return [...`${text} `.repeat(Math.ceil(low / (letters.length + 1)) + 1)]
    .slice(0, low - 1)
    .join('')
    .padEnd(low, 'x');
}

export function numbers(parts: Parts, name: string, nth: number, isWhole: boolean): number[] {
  const low = Math.max(greatest(parts, 'minimum', -Infinity), greatest(parts, 'exclusiveMinimum', -Infinity));
  const high = Math.min(least(parts, 'maximum', Infinity), least(parts, 'exclusiveMaximum', Infinity));
  const [step = isWhole ? 1 : 0] = numbersOf(parts, 'multipleOf');
  const wanted = plausibleNumber(name) + nth;
  const clamped = Math.min(high, Math.max(low, wanted));
  const grid = step > 0 ? [Math.ceil(clamped / step) * step, Math.floor(clamped / step) * step] : [];
  const between = Number.isFinite(low) && Number.isFinite(high) ? [(low + high) / 2, low + (high - low) / 4] : [];
  return [
    wanted,
    clamped,
    ...grid,
    10 + nth,
    1 + nth,
    clamped + 1,
    clamped - 1,
    ...between,
    wanted + 0.5,
    clamped + step,
    0,
  ]
    .map((n) => (isWhole ? Math.round(n) : n))
    .filter((n) => Number.isFinite(n));
}
