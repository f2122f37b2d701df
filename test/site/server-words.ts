/** What servers said, as far as the site's own JSON repeats it: those words are theirs, faults and all. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words behind a page: its server's, or, for a list, those of every server. One line. */
export function serverWords(site: string) {
  const known = new Map<string, string>();
  const remembered = (key: string, make: () => string) => {
    const words = known.get(key) ?? make();
    known.set(key, words);
    return words;
  };
  const ofTool = (path: string) => remembered(path, () => wordsOf(readJson(join(site, path)).definition));
  const ofServer = (id: string) =>
    remembered(id, () => {
      const { tools: _, ...server } = readJson(join(site, `tools/${id}.json`));
      return [
        wordsOf(server),
        ...endings(server.title),
        ...globSync(`tools/${id}/*.json`, { cwd: site }).map(ofTool),
      ].join(' ');
    });
  const ofAll = () =>
    remembered('', () =>
      globSync('tools/*.json', { cwd: site })
        .map((file) => ofServer(file.slice(6, -5)))
        .join(' '),
    );

  return (file: string): string => {
    const server = /^tools\/([^/~][^/]*?)(?:\/|\.md$)/.exec(file)?.[1];
    // A tool's page also shows the tools related to it.
    return server === undefined ? ofAll() : ofServer(server);
  };
}

/** A title may end with any mark, and ours goes on with a mark of its own: `Ask me!, as one of 3 tools`. */
const endings = (title: string) => [...'.,;:?!'].map((mark) => `${title}${mark}`);

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** Every string and key in a value, with one space where there is any. A schema may be deep, so without recursion. */
function wordsOf(value: unknown): string {
  const words: string[] = [];
  const waiting = [value];
  for (let one = waiting.pop(); waiting.length > 0 || one !== undefined; one = waiting.pop()) {
    if (typeof one === 'string') words.push(one);
    else if (typeof one === 'object' && one !== null) waiting.push(...Object.keys(one), ...Object.values(one));
  }
  return words.join(' ').replaceAll(/\s+/g, ' ');
}
