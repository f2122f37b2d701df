/** Changes in the answers of a server that a policy asks for; every other byte stays. */
import type { Policy } from '../policy/grammar.ts';
import { elementsOf, replaceSpan, spanAt } from './json-text.ts';
import { isObject } from './message.ts';
import { isTool } from './tools.ts';

/** tools/list without the tools that are hidden, and without entries that are no tools. */
export function withoutHidden(text: string, policy: Policy): string {
  const span = spanAt(text, 'result', 'tools');
  if (!span) return text;
  const elements = elementsOf(text, span);
  const kept = elements
    .map(({ start, end }) => text.slice(start, end))
    .filter((element) => {
      const tool: unknown = JSON.parse(element);
      return isTool(tool) && !isHidden(policy, tool.name);
    });
  return kept.length === elements.length ? text : replaceSpan(text, span, `[${kept.join(',')}]`);
}

const isHidden = (policy: Policy, tool: string) => (policy.tools.get(tool)?.action ?? policy.default) === 'hide';

/** A server with tools now tells when its list changes: it does when the policy is replaced. */
export function withListChanged(text: string, result: unknown): string {
  const tools = isObject(result) && isObject(result['capabilities']) ? result['capabilities']['tools'] : undefined;
  const span =
    isObject(tools) && tools['listChanged'] !== true ? spanAt(text, 'result', 'capabilities', 'tools') : undefined;
  return span ? replaceSpan(text, span, JSON.stringify({ ...(tools as object), listChanged: true })) : text;
}
