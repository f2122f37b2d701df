/** What a declared server leaves to variables, as a reader is to fill it in. */

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

/** `${FOLDER:-.}` as `.`; a variable without a default as `<FOLDER>`, for the reader to fill in. */
export const plainValue = (text: string) =>
  text.replaceAll(variable, (_, name: string, otherwise?: string) => otherwise ?? `<${name}>`);

/** What the catalog sets to ask a server is seldom what a person wants: a variable's value is theirs. */
export const readersValue = (text: string) => text.replaceAll(variable, (_, name: string) => `<${name}>`);

/** The names of the variables in these texts that a reader must fill in, each once. */
export const leftToReader = (texts: readonly string[]) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/<([A-Za-z_][A-Za-z0-9_]*)>/g)].map(([, name = '']) => name))),
];
