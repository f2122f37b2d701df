/** The snippets that a page does not hold, made by the code that made the others. Loaded when one of them is chosen. */
import { formats } from '../snippets/formats.ts';
import { oneRule, wholePolicy } from '../snippets/published.ts';
import { publishedPolicy } from './published.ts';
import { snippetBox } from './snippet-box.ts';

/** What stands under the switch for this program. `fieldset` says where the policy is, and of which tool, if of one. */
export async function writeTarget(fieldset: HTMLElement, id: string): Promise<Node[]> {
  const { policy = '', tool } = fieldset.dataset;
  const [snippet, published] = await Promise.all([formats.get(id)?.(), publishedPolicy(policy)]);
  if (!snippet || !published) throw new Error(`There is no format ${id}, or no policy at ${policy}.`);
  const rules = tool === undefined ? wholePolicy(published) : oneRule(published, tool);
  if (!rules) throw new Error(`${policy} holds no tool ${tool}.`);
  return snippetBox(snippet, [{ ...rules, title: published['x-title'], start: published['x-start'] }]);
}
