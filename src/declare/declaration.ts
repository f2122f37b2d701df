/** What every source of servers comes down to, before it is a file. */
import type { z } from 'zod';
import type { declaredServer } from '../domain.ts';

export type Draft = z.input<typeof declaredServer>;
export type DraftTransport = Draft['transport'];

export type Declaration = {
  /** What the source calls it; its id is made of this. */
  name: string;
  server: Draft;
  /** What a person should look at, each a sentence. */
  notes: string[];
};

export type Declared = {
  declarations: Declaration[];
  problems: Problem[];
};

/** Nothing is written while there is one. */
type Problem = {
  /** The one server that it is about, as the source calls it. */
  name?: string;
  /** Where, what, and what to do. */
  text: string;
};

export const failed = (...texts: string[]): Declared => ({
  declarations: [],
  problems: texts.map((text) => ({ text })),
});

export const isWebAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** `Some Name/of-it` as the name of an environment variable. */
export function variableName(...parts: string[]): string {
  const name = parts
    .join('_')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase();
  return /^[A-Z]/.test(name) ? name : `MCP_${name}`;
}

/** `${NAME}`, or `${NAME:-fallback}`; a fallback that the form cannot hold stands by itself. */
export function reference(name: string, fallback?: string): string {
  if (fallback === undefined) return `\${${name}}`;
  return /[}\r\n]/.test(fallback) ? fallback : `\${${name}:-${fallback}}`;
}
