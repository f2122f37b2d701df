/** Reads policies that people wrote: strict, with the place of every fault and what to do about it. */
import { isScalar, LineCounter, type Node, type ParsedNode, parseAllDocuments, visit } from 'yaml';
import type { Report } from './fields.ts';
import type { Policy } from './grammar.ts';
import { readPolicy } from './read-policy.ts';

type Finding = {
  /** From 1; both 0 where a fault has no place. */
  line: number;
  column: number;
  /** `tools.create_playlist.rate_limit`; empty for the whole file. */
  path: string;
  message: string;
};

export type ParsedPolicies = { ok: true; policies: Policy[] } | { ok: false; findings: Finding[] };

/** In UTF-16 units: room for tens of thousands of tools. */
const longest = 16 * 1024 * 1024;
/** A broken bracket can make a thousand faults; nobody reads them all. */
const mostFindings = 200;

/** Several YAML documents make several policies; JSON is YAML. Never throws; every fault of the text is found. */
export function parsePolicies(text: string): ParsedPolicies {
  if (text.length > longest) return fail(`is longer than ${longest / 1024 / 1024} MB; split it`);
  const lines = new LineCounter();
  try {
    return readDocuments(text, lines);
  } catch (error) {
    return fail(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const fail = (message: string): ParsedPolicies => ({
  ok: false,
  findings: [{ line: 0, column: 0, path: '', message }],
});

function readDocuments(text: string, lines: LineCounter): ParsedPolicies {
  const findings: Finding[] = [];
  const reportAt = (offset: number, path: string, message: string) => {
    const { line, col } = lines.linePos(offset);
    findings.push({ line, column: col, path, message });
  };
  const report: Report = (node, path, message) => reportAt(node?.range?.[0] ?? 0, path, message);

  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const documents = Array.isArray(parsed)
    ? parsed.filter(({ contents, errors }) => errors.length > 0 || !isEmpty(contents))
    : [];
  const policies: Policy[] = [];
  for (const document of documents) {
    const { contents, errors, warnings } = document;
    for (const { pos, message } of [...errors, ...warnings]) reportAt(pos[0], '', firstLine(message));
    if (errors.length > 0 || !contents) continue;
    const before = findings.length;
    refuseAliases(contents, report);
    if (findings.length > before) continue;
    const policy = readPolicy(contents, report);
    if (findings.length > before || !policy) continue;
    if (policies.some(({ server }) => server === policy.server)) {
      report(contents, 'server', `"${policy.server}" has a policy above; keep one document for each server`);
    }
    policies.push(policy);
  }
  if (documents.length === 0) reportAt(0, '', 'holds no policy; begin with `version: 1`');
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return findings.length > 0 ? { ok: false, findings: findings.slice(0, mostFindings) } : { ok: true, policies };
}

const isEmpty = (contents: Node | null) => contents === null || (isScalar(contents) && contents.value === null);

const firstLine = (message: string) => message.split('\n', 1)[0] ?? message;

/** An alias can stand for a million nodes; a policy is read by people, who should see what applies. */
function refuseAliases(contents: Node, report: Report): void {
  visit(contents, {
    Alias: (_, node) => report(node as ParsedNode, '', `write the value out instead of \`*${node.source}\``),
  });
}
