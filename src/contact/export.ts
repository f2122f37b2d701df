/** Messages for other programs. */
import type { StoredMessage } from './store.ts';

const columns = ['id', 'received', 'name', 'email', 'tool', 'label', 'expected', 'definition', 'message'] as const;

export function exportMessages(messages: StoredMessage[], format: 'csv' | 'ndjson'): string {
  const rows = messages.map(({ receivedAt, ...rest }) => ({ ...rest, received: new Date(receivedAt).toISOString() }));
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** A cell that begins like a formula gets a quote in front, or a spreadsheet would run what a stranger wrote. */
function cell(text: string): string {
  const guarded = /^[\s]*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
