/** Writing YAML: apart from `text.ts`, because its library is the heaviest thing that a format brings to a browser. */
import { Document, type Node, Scalar, visit } from 'yaml';
import { escapeInvisible } from '../policy/invisible.ts';

/** Maps, lists and scalars as YAML with every text in double quotes but the words given, which are the format's own. */
export function printYaml(value: unknown, words: ReadonlySet<string>): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = words.has(node.value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
    Collection(_, node) {
      if (node !== (document.contents as Node | null) && isShort(node.toJSON())) node.flow = true;
    },
  });
  return escapeInvisible(document.toString({ lineWidth: 0, minContentWidth: 0 }));
}

const isShort = (value: unknown) => JSON.stringify(value).length <= 60;
