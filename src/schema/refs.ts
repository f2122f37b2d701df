/** Finds what a `$ref` points at inside one schema document; another document is never fetched. */

export type SchemaObject = { readonly [keyword: string]: unknown };

/** One schema with all that its references may point at. */
export type SchemaDocument = {
  /** Understands `#`, JSON Pointers with escapes, `$anchor`, `$id` and their older spellings. */
  resolve: (reference: string) => Found;
  /** Takes from the work that one document may cost; false once it is used up. */
  spend: (steps: number) => boolean;
};
type Found = { found: true; schema: unknown } | { found: false };

/** References can make a small schema unfold without end, so work is bounded and not only depth. */
const mostWork = 400_000;

export function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A keyword's value, never one inherited from Object.prototype. */
export function own(object: SchemaObject, keyword: string): unknown {
  return Object.hasOwn(object, keyword) ? object[keyword] : undefined;
}

export function schemaDocument(root: unknown, work = mostWork): SchemaDocument {
  let left = work;
  let named: Map<string, unknown> | undefined;
  const byName = (name: string) => {
    named ??= namesIn(root);
    return named.has(name) ? { found: true as const, schema: named.get(name) } : { found: false as const };
  };
  const resolve = (reference: string): Found => {
    const hash = reference.indexOf('#');
    const document = hash < 0 ? reference : reference.slice(0, hash);
    const fragment = hash < 0 ? '' : unescapeUri(reference.slice(hash + 1));
    const start = document === '' ? { found: true as const, schema: root } : byName(document);
    if (!start.found || fragment === '') return start;
    return fragment.startsWith('/') ? follow(start.schema, fragment) : byName(`#${fragment}`);
  };
  const spend = (steps: number) => {
    left -= steps;
    return left > 0;
  };
  return { resolve, spend };
}

function follow(start: unknown, pointer: string): Found {
  let at = start;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return { found: false };
    at = (at as SchemaObject)[key];
  }
  return { found: true, schema: at };
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A schema of any size costs at most so many steps. */
const mostNodes = 50_000;

function namesIn(root: unknown): Map<string, unknown> {
  const names = new Map<string, unknown>();
  const add = (name: unknown, prefix: string, node: unknown) => {
    if (typeof name === 'string' && name !== '' && !names.has(prefix + name)) names.set(prefix + name, node);
  };
  const seen = new Set<unknown>([root]);
  for (const node of seen) {
    if (isObject(node)) {
      add(own(node, '$anchor'), '#', node);
      add(own(node, '$dynamicAnchor'), '#', node);
      for (const keyword of ['$id', 'id']) {
        const id = own(node, keyword);
        add(typeof id === 'string' ? id.replace(/#$/, '') : id, '', node);
      }
    }
    for (const child of Object.values(node as object)) {
      if (seen.size >= mostNodes) return names;
      if (typeof child === 'object' && child !== null) seen.add(child);
    }
  }
  return names;
}
