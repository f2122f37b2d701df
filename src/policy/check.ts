/** All that can be said against a policy file before a call comes, as lines for a terminal. */
import { compileArguments } from './check-arguments.ts';
import type { Policy } from './grammar.ts';
import { parsePolicies } from './parse.ts';

export type CheckedPolicies = { ok: true; policies: Policy[] } | { ok: false; problems: string[] };

/** `file` stands before each problem: `plex.yaml:4:5: tools.a.action must be one of …`. */
export function checkPolicies(file: string, text: string): CheckedPolicies {
  const parsed = parsePolicies(text);
  if (!parsed.ok) {
    const problems = parsed.findings.map(({ line, column, path, message }) => {
      const place = line > 0 ? `${file}:${line}:${column}` : file;
      return `${place}: ${[path, message].filter((part) => part !== '').join(' ')}`;
    });
    return { ok: false, problems };
  }
  const problems = parsed.policies.flatMap(({ server, tools }) =>
    [...tools].flatMap(([tool, rule]) => {
      const compiled = rule.arguments && compileArguments(rule.arguments);
      return compiled && !compiled.ok ? [`${file}: ${server}: tools.${tool}.arguments ${compiled.fault}`] : [];
    }),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policies: parsed.policies };
}
