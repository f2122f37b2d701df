/** Rows on single characters: what is there and is not seen. */
import { codePoint } from '../code-points.ts';
import { hitsOf, type TextRow } from '../finding.ts';

const joined =
  /(?:\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Khmer}\p{Script=Mongolian}])$/u;
const word = /[A-Za-z0-9_]/;

export const characterRows: readonly TextRow[] = [
  {
    id: 'hidden-tags',
    title: 'characters of the Unicode tag block',
    why: 'Tag characters are invisible, and spell ASCII text that a model reads and a person does not see.',
    severity: 'alert',
    in: 'all',
    *find(text) {
      for (const { span } of hitsOf(/[\u{E0000}-\u{E007F}]+/gu, text)) {
        const run = text.slice(...span);
        const flag = text.slice(span[0] - 2, span[0]) === '\u{1F3F4}' && run.endsWith('\u{E007F}') && run.length <= 14;
        if (flag) continue;
        const hidden = [...run.slice(0, 400)].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000));
        const spelt = hidden.join('').replaceAll(/[^\x20-\x7e]/g, '');
        yield { span, what: `characters of the Unicode tag block, which spell “${spelt.slice(0, 120)}”` };
      }
    },
    matches: ['Lists notes.\u{E0068}\u{E0069}', '\u{1F3F4}\u{E0061}\u{E0062}'],
    misses: ['Plays for \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}.', 'Lists notes.'],
  },
  {
    id: 'bidi-control',
    title: 'a character that turns the direction of text',
    why: 'Direction overrides and isolates let a text read otherwise than it is stored.',
    severity: 'alert',
    in: 'all',
    *find(text) {
      for (const { span } of hitsOf(/[\u202A-\u202E\u2066-\u2069]/g, text)) yield { span };
      for (const { span } of hitsOf(/[\u200E\u200F\u061C]/g, text)) {
        yield { span, severity: 'notice', what: 'a direction mark, as right-to-left text has them' };
      }
    },
    matches: ['Copies \u202Eelif\u202C.', 'שלום\u200F.'],
    misses: ['שלום', 'مرحبا'],
  },
  {
    id: 'zero-width',
    title: 'a character without width',
    why: 'Characters without width split words that a filter looks for, and make two names look the same.',
    severity: 'notice',
    in: 'all',
    *find(text, _, { place, key }) {
      for (const { span } of hitsOf(/[\u200B-\u200D\u2060-\u2064\uFEFF\u00AD]+/g, text)) {
        const before = text.slice(Math.max(0, span[0] - 2), span[0]);
        const join = /^[\u200C\u200D]$/.test(text.slice(...span));
        if (join && joined.test(before)) continue;
        const inWord = word.test(before.slice(-1)) && word.test(text.charAt(span[1]));
        if (inWord) yield { span, severity: 'alert', what: 'a character without width inside a word' };
        else if (place === 'name' || key)
          yield { span, severity: 'alert', what: 'a character without width in a name' };
        else yield { span };
      }
    },
    matches: ['De\u200Bletes a note.', 'Lists notes. \u200B', 'Soft\u00ADware'],
    misses: ['A family: 👩\u200D👧.', 'می\u200Cخواهم', 'Lists notes.'],
  },
  {
    id: 'variation-run',
    title: 'a run of variation selectors',
    why: 'One selector picks the form of a sign; a run of them can carry a hidden message.',
    severity: 'notice',
    in: 'all',
    find: (text) => hitsOf(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2,}/gu, text),
    matches: ['Hi\uFE00\uFE01\uFE02'],
    misses: ['Warm ☀\uFE0F day', 'Two ☀\uFE0F☁\uFE0F'],
  },
  {
    id: 'control-character',
    title: 'a control character',
    why: 'Control characters can clear or repaint the terminal of the person who reads a definition.',
    severity: 'alert',
    in: 'all',
    *find(text) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this row looks for.
      for (const { span } of hitsOf(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]+/g, text)) {
        yield { span, what: `a control character, ${codePoint(text.slice(...span))}` };
      }
      for (const { span } of hitsOf(/\\(?:x1[bB]|u001[bB]|033|e)\[/g, text)) {
        yield { span, severity: 'notice', what: 'a terminal sequence written out as text' };
      }
    },
    matches: ['Lists notes.\u001B[2J', 'Colours by \\u001b[31m.', 'Ends.\u0000'],
    misses: ['Lists\n\tnotes.\r\n', 'A pattern \\e of sorts'],
  },
  {
    id: 'name-characters',
    title: 'a name with characters outside A to Z, a to z, 0 to 9, _, - and .',
    why: 'The protocol recommends these characters; clients may refuse others, and look-alike letters pass for them.',
    severity: 'notice',
    in: 'names',
    *find(text) {
      const outside = text.search(/[^A-Za-z0-9_.-]/);
      if (outside >= 0) {
        const mixed =
          /[A-Za-z]/.test(text) &&
          /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(text);
        const span: [number, number] = [0, text.length];
        if (mixed)
          yield { span, severity: 'alert', what: 'a name that mixes Latin with look-alike letters of another script' };
        else yield { span };
      }
      if (text.length > 128) yield { span: [128, text.length], what: 'a name of more than 128 characters' };
    },
    matches: ['delete note', 'dеlete_note', '删除', 'x'.repeat(129)],
    misses: ['delete_note', 'notes.delete-all', 'deleteNote2'],
  },
];
