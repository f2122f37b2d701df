/** What the sections of a tool's page say, as Markdown. */
import { contactUrl } from '../urls.ts';
import { blocks, bullets, code, fence, heading, inline, link } from './markdown.ts';
import type { Piece } from './questions.ts';
import type { ToolLink } from './rows.ts';
import type { SchemaTable } from './schemas.ts';
import type { ToolPage } from './tool.ts';
import type { Quote, Segment } from './why.ts';

export function parametersMarkdown({ schemas: { input, output } }: ToolPage): string {
  return blocks([schemaMarkdown(input), output && heading(3, 'What it returns'), output && schemaMarkdown(output)]);
}

function schemaMarkdown({ instead, notes, rows, truncated, json }: SchemaTable): string {
  return blocks([
    inline(instead),
    ...notes.map(inline),
    bullets(rows.map(parameterLine)),
    inline(truncated),
    json && `${json.label}:`,
    json && fence(json.text, 'json'),
    json && inline(json.leftOut),
  ]);
}

function parameterLine(row: SchemaTable['rows'][number]): string {
  const path = row.parents === '' ? row.name : `${row.parents}.${row.name}`;
  const allowed = [...row.allowed.map(code), ...(row.more ? [row.more] : [])].join(', ');
  return [
    `${code(path)} (${[inline(row.type), ...(row.required ? ['required'] : []), ...(row.deprecated ? ['deprecated'] : [])].join(', ')})`,
    ...(allowed ? [`one of ${allowed}`] : []),
    ...(row.constraints.length > 0 ? [inline(row.constraints.join(', '))] : []),
    ...(row.default === undefined ? [] : [`default ${code(row.default)}`]),
    ...row.notes.map(inline),
    // Last, since it may be a sentence with its full stop.
    inline(row.description ?? (row.depth === 0 && row.notes.length === 0 ? 'not described' : '')),
  ]
    .filter(Boolean)
    .join('; ');
}

/** As the server gives it: a renderer would make of it what it pleases. */
export const descriptionMarkdown = ({ why }: ToolPage): string =>
  blocks([fence(textOf([...why.description.shown, ...why.description.folded]), 'text'), why.description.leftOut]);

const textOf = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

export function whyMarkdown(page: ToolPage): string {
  const { why } = page;
  const described = why.description.shown.length > 0;
  return blocks([
    `${inline(why.sentence)} Confidence ${why.confidence}${why.confidenceReason ? `: ${why.confidenceReason}` : ''}.`,
    ...why.override.map(inline),
    inline(why.raised ?? ''),
    described ? '' : 'The server gives no description.',
    ...(described && !page.description ? ['The description, as the server gives it:', descriptionMarkdown(page)] : []),
    ...titled('What the label rests on', why.supports.map(quoteLine)),
    ...titled('What speaks against it, or limits it', why.against.map(quoteLine)),
    ...titled(
      'What each action does',
      why.actions.map(
        ({ parameter, value, category, risk }) => `${code(parameter)} = ${code(value)}: ${category}, ${risk}`,
      ),
    ),
    why.actionsLeft,
    ...titled(
      'What the server claims, beside what we read',
      why.claims.map(
        ({ hint, declared, specDefault, derived, verdict }) =>
          `${code(hint)}: declared ${declared}, assumed when silent ${specDefault}, derived ${derived}; ${verdict}`,
      ),
    ),
    ...titled(
      'What else is known of it',
      why.facets.map(({ text, quote }) => (quote ? `${text}: “${inline(quote)}”` : text)),
    ),
  ]);
}

const quoteLine = ({ quote, place, note }: Quote) => `“${inline(quote)}” (${inline(place)}): ${inline(note)}`;

/** The catalog's own form whole; of the other programs how much of the rule each can hold. */
export function policyMarkdown({ reasons, policy, head }: ToolPage): string {
  const [own, ...others] = policy.snippets;
  return blocks([
    bullets(reasons.map(inline)),
    `**${inline(policy.rule)}**: ${inline(policy.effect)}`,
    own && `For ${own.name}, in ${code(own.file)}:`,
    own && ('code' in own ? fence(own.code, 'yaml') : inline(own.why)),
    own && inline(own.noEntry ?? ('code' in own ? own.note : '')),
    `The rule in the form of these programs is on ${link('the page', `${head.origin}${head.url}#policy`)}:`,
    bullets(
      others.map(
        (other) =>
          `${other.name} (${code(other.file)}): ${other.grade.word}. ${inline('code' in other ? other.note : other.why)}`,
      ),
    ),
  ]);
}

export function questionsMarkdown({ questions, head }: ToolPage): string {
  const piece = (one: Piece) => {
    if (typeof one === 'string') return spaced(one);
    if ('code' in one) return code(one.code);
    return link(one.text, new URL(one.href, `${head.origin}${head.url}`).href);
  };
  return blocks(
    questions.flatMap(({ question, answer }) => [
      heading(3, question),
      ...answer.map((pieces) => pieces.map(piece).join('')),
    ]),
  );
}

/** A piece between others keeps the spaces at its ends. */
const spaced = (text: string) =>
  `${/^\s/.test(text) ? ' ' : ''}${/^[,.:;]/.test(text.trim()) ? text.trim() : inline(text)}${/\S\s$/.test(text) ? ' ' : ''}`;

export const linksMarkdown = (groups: readonly { title: string; links: readonly ToolLink[] }[], origin: string) =>
  blocks(
    groups.flatMap(({ title, links }) =>
      titled(
        title,
        links.map(
          ({ name, href, risk, server }) =>
            `${link(name, origin + href)}${server === undefined ? '' : ` of ${inline(server)}`}: ${risk}`,
        ),
      ),
    ),
  );

const titled = (title: string, items: readonly string[]) =>
  items.length === 0 ? [] : [heading(3, title), bullets(items)];

/** A form is of no use in Markdown: the page that has it, filled in, is. */
export function contactMarkdown({ contact, head }: ToolPage): string {
  return link(
    'Ask about this tool, or report a wrong label',
    `${head.origin}${contactUrl()}?${new URLSearchParams(contact.values)}`,
  );
}
