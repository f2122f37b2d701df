/** One result as elements. Every text of a server goes in as text, never as markup. */
import { serverUrl, toolUrl } from '../urls.ts';
import { lineOf } from './load.ts';
import type { NamedTool } from './names.ts';

const svg = 'http://www.w3.org/2000/svg';
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export function resultItem(tool: NamedTool): HTMLLIElement {
  const item = document.createElement('li');
  const name = make('a', 'name', tool.name);
  name.href = toolUrl(tool.server, tool.slug);
  const server = make('a', 'from', tool.serverTitle);
  server.href = serverUrl(tool.server);
  server.dir = 'auto';
  const line = make('p', 'what', '');
  line.dir = 'auto';
  void lineOf(tool.n).then((text) => {
    line.textContent = text || 'No description given.';
    line.classList.toggle('dim', text === '');
  });
  const category = make('span', 'category', tool.unclear ? 'Unclear' : capital(tool.category));
  const pick = make('button', 'pick', 'Pick');
  pick.type = 'button';
  pick.ariaLabel = `Pick ${tool.name}`;
  // In the order of reading, whatever the order on the screen.
  item.append(name, risk(tool), category, server, line, pick);
  return item;
}

function risk({ risk: level, unclear }: NamedTool): HTMLElement {
  const mark = unclear ? 'unclear' : level;
  const shape = document.createElementNS(svg, 'svg');
  shape.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#m-${mark}`);
  shape.append(use);
  const element = make('span', `risk is-${mark}`, '');
  const hidden = make('span', 'visually-hidden', ' risk');
  element.append(shape, capital(mark), hidden);
  return element;
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text: string) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
