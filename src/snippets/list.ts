/** Every format in which a rule is offered, in the order of the switch on a tool's page. */
import { catalogPolicy } from './catalog-policy.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import type { Snippet } from './snippet.ts';

export const snippets: readonly Snippet[] = [catalogPolicy, claudeCode, codex];
