/** Writes policies as YAML that YAML 1.1 and 1.2 readers read alike: the form that pages show and files hold. */
import { Document, isMap, isScalar, type Node, Scalar, visit, YAMLMap } from 'yaml';
import { defaultReason, type Policy, type Rule } from './grammar.ts';
import { escapeInvisible } from './invisible.ts';

/** One YAML document, ending in a newline. Several make one file when joined with `---\n`. */
export function printPolicy({ version, server, default: fallback, reason, tools }: Policy): string {
  const document = new Document(new YAMLMap());
  const top = { version, server, default: fallback, ...(reason === undefined ? {} : { reason }) };
  for (const [key, value] of Object.entries(top)) document.set(key, value);

  const listed = new YAMLMap<Scalar, Node>();
  for (const [name, rule] of tools) {
    const key = new Scalar(name);
    if (!isPlainName(name)) key.type = Scalar.QUOTE_DOUBLE;
    listed.items.push(document.createPair(key, ruleNode(document, rule)) as never);
  }
  if (listed.items.length > 0) document.set('tools', listed);
  quoteUnsafe(document);
  return escapeInvisible(document.toString({ lineWidth: 0, minContentWidth: 0 }));
}

/** The smallest whole policy with this rule: valid by itself, refusing every other tool. */
export function printRule(server: string, tool: string, rule: Rule): string {
  return printPolicy({ version: 1, server, default: 'deny', reason: defaultReason, tools: new Map([[tool, rule]]) });
}

/** In the order in which a person reads a rule. */
function ruleNode(document: Document, { action, rate_limit, arguments: schema, reason, definition }: Rule): Node {
  const limit = rate_limit && { max: rate_limit.max, window: rate_limit.window, ...perOf(rate_limit.per) };
  const fields = Object.entries({ action, rate_limit: limit, arguments: schema, reason, definition });
  const node = document.createNode(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
  if (isMap(node)) for (const { value } of node.items) if (isMap(value)) value.flow = isShort(value.toJSON());
  return node;
}

const perOf = (per: 'session' | 'identity' | undefined) => (per === undefined ? {} : { per });

const isShort = (value: unknown) => JSON.stringify(value).length <= 100;

const isPlainName = (text: string) => /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text) && !isWordOfYaml(text);

const isPlainProse = (text: string) => /^[A-Za-z][A-Za-z0-9 _.,;()'-]*$/.test(text) && !text.endsWith(' ');

/** YAML 1.1 reads these as booleans and null, 1.2 reads most as text. */
const isWordOfYaml = (text: string) => /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);

function quoteUnsafe(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string' || !isScalar(node)) return;
      const plain = (isPlainProse(node.value) || isPlainName(node.value)) && !isWordOfYaml(node.value);
      node.type = plain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });
}
