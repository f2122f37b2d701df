/** The Nu Html Checker, which is the specification's own, over every page. It is a Java program in an npm package. */
import { execFile, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judged, type Options, type Outcome } from './step.ts';

const jar = new URL('build/dist/vnu.jar', import.meta.resolve('vnu-jar'));
// Without errors there is nothing to say; with a fault of a template there is one a page.
const maxBuffer = 256 * 1024 * 1024;

export async function checkWithVnu({ site }: Options): Promise<Outcome> {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error || java.status !== 0) {
    return { state: 'skipped', figures: 'no java: install a Java runtime, 11 or later, to run vnu', faults: [] };
  }
  const args = ['-jar', fileURLToPath(jar), '--skip-non-html', '--errors-only', '--exit-zero-always'];
  const { stderr } = await promisify(execFile)('java', [...args, '--format', 'json', site], { maxBuffer });
  const { messages }: { messages: Message[] } = JSON.parse(stderr);
  const pages = globSync('**/*.html', { cwd: site }).length;
  return judged(`${pages} pages, all`, messages.map(faultOf(site)));
}

type Message = { url: string; lastLine?: number; message: string; extract?: string };

const faultOf =
  (site: string) =>
  ({ url, lastLine, message, extract = '' }: Message) =>
    `${relative(site, fileURLToPath(url))}:${lastLine ?? 1}: ${message} ${extract.replaceAll(/\s+/g, ' ').trim()}`.trim();
