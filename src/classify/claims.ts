/** What the server's annotations claim, beside what the definition itself says. A claim never changes a label. */
import type { Category, ToolDefinition } from '../domain.ts';
import { type Claim, type Facet, type Hint, hints } from './label.ts';

const specDefault = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
} as const satisfies Record<Hint, boolean>;
/** The value that says that a tool is harmless. */
const harmless = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const satisfies Record<Hint, boolean>;

type Known = { category: Category; unclear: boolean; additive: boolean; idempotent: Facet; openWorld: Facet };

export function claimsOf({ annotations }: ToolDefinition, known: Known): Claim[] {
  return hints.map((hint) => {
    const value =
      annotations !== undefined && annotations !== null && Object.hasOwn(annotations, hint)
        ? annotations[hint]
        : undefined;
    const declared = typeof value === 'boolean' ? value : undefined;
    const derived = derive(hint, known);
    return { hint, declared, specDefault: specDefault[hint], derived, verdict: verdictOf(hint, declared, derived) };
  });
}

function derive(hint: Hint, { category, unclear, additive, idempotent, openWorld }: Known): boolean | undefined {
  if (unclear) return undefined;
  switch (hint) {
    case 'readOnlyHint':
      return category === 'read';
    case 'destructiveHint':
      return category === 'destructive'
        ? true
        : category === 'read' || (category === 'write' && additive)
          ? false
          : undefined;
    case 'idempotentHint':
      return asBoolean(idempotent);
    case 'openWorldHint':
      return asBoolean(openWorld);
    default:
      return hint satisfies never;
  }
}

const asBoolean = ({ value }: Facet) => (value === 'unknown' ? undefined : value === 'yes');

function verdictOf(hint: Hint, declared: boolean | undefined, derived: boolean | undefined): Claim['verdict'] {
  if (declared === undefined) return 'silent';
  if (derived === undefined) return 'undetermined';
  if (declared === derived) return 'agrees';
  return declared === harmless[hint] ? 'contradicts' : 'stricter';
}
