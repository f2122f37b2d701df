/** A basket as elements: rows from the page's own templates, so that the markup stands in one place. */
import { legs } from '../policy/legs.ts';
import { serverUrl, toolUrl } from '../urls.ts';
import type { Basket, BasketServer, BasketTool } from './basket.ts';
import { element } from './elements.ts';
import { toolsWords } from './picks.ts';

/** A table for each server that the catalog knows. */
export const serverGroups = (basket: Basket): HTMLElement[] =>
  basket.servers.filter(({ tools }) => tools.length > 0).map(serverGroup);

function serverGroup(server: BasketServer): HTMLElement {
  const group = copyOf('server');
  const title = server.title ?? server.id;
  const count = element('span', { class: 'dim' }, ` ${toolsWords(server.tools.length)}`);
  group.prepend(element('h3', { dir: 'auto' }, element('a', { href: serverUrl(server.id) }, title), count));
  part(group, 'caption').textContent = `Picked tools of ${title}`;
  part(group, 'tbody').append(...server.tools.map((tool) => toolRow(server.id, tool)));
  return group;
}

function toolRow(server: string, tool: BasketTool): HTMLElement {
  const row = copyOf('tool');
  const { slug, mark, name, shown = name } = tool;
  row.dataset['server'] = server;
  row.dataset['slug'] = slug;
  part(row, '.name').append(element('a', { href: toolUrl(server, slug) }, shown));
  const risk = part(row, '.risk');
  risk.classList.add(`is-${mark}`);
  part(risk, 'use').setAttribute('href', `#m-${mark}`);
  part(risk, '[data-word]').textContent = mark.charAt(0).toUpperCase() + mark.slice(1);
  const gives = legs.filter(({ facet }) => tool.legs.includes(facet)).map(({ short }) => short);
  part(row, '.gives').textContent = gives.join(', ') || 'none';
  const select = part<HTMLSelectElement>(row, 'select');
  select.ariaLabel = `Rule for ${shown}`;
  part(select, 'option').textContent = `Recommended: ${tool.recommended}`;
  select.value = tool.choice;
  part(row, 'button').ariaLabel = `Remove ${shown}`;
  return row;
}

/** Each leg with its tools as links. */
export const leakItems = ({ leaks }: Basket): HTMLElement[] =>
  leaks.map(({ title, tools }) =>
    element(
      'li',
      {},
      `${title}: `,
      ...tools.flatMap(({ server, slug, name, shown = name }, index) => [
        index > 0 ? ', ' : '',
        element('a', { href: toolUrl(server, slug) }, shown),
      ]),
    ),
  );

/** What the catalog does not know, by name and with a way to be rid of it. */
export const unknownItems = ({ servers }: Basket): HTMLElement[] =>
  servers.flatMap(({ id, unknown }) =>
    unknown.map((slug) =>
      element(
        'li',
        { 'data-server': id, 'data-slug': slug },
        element('code', {}, `${id}/${slug}`),
        ' ',
        element('button', { type: 'button', class: 'mini', 'aria-label': `Remove ${id}/${slug}` }, 'Remove'),
      ),
    ),
  );

function copyOf(name: string): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-of="${name}"]`);
  return template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
}

export function part<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}
