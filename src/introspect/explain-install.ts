/** Says why npm gave no package, from what it wrote. */
import { Failure } from './failure.ts';
import { plainLine, plainText } from './plain-text.ts';

/** `packages` are what was asked for; npm may miss one that they need. */
export function explainInstall(packages: readonly string[], output: string): Failure {
  const names = packages.join(' ');
  const lines = plainText(output)
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
  if (/\bE404\b|\bETARGET\b|\bENOVERSIONS\b/.test(output)) {
    const missing = lines.map(missingIn).find((each) => each !== undefined);
    if (missing === undefined || packages.some((each) => sameName(each, missing))) {
      return new Failure('package-not-found', `npm knows no package ${names}: check its name and version.`);
    }
    return new Failure(
      'install-failed',
      `${names} needs ${plainLine(missing)}, which npm does not have: report that to its maker, or take another version.`,
    );
  }
  // An address would put the name of somebody's registry into a file that is kept.
  const telling = lines.filter((line) => line !== '' && !noise.test(line)).map((line) => line.replace(addresses, '…'));
  const said = telling.slice(0, 4).join(' ').slice(0, 600);
  return new Failure('install-failed', `npm could not install ${names}. npm said: ${said || 'nothing'}`);
}

const noise = /^(?:A complete log|code )|-debug-\d|In most cases|^or related to|^network (?:This|In|If)/;
const addresses = /\bhttps?:\/\/\S+/g;

function missingIn(line: string): string | undefined {
  const [, resource, target] =
    /requested resource '([^']+)'|No (?:matching )?versions? (?:found|available) for (\S+?)\.?$/.exec(line) ?? [];
  return resource ?? target;
}

const sameName = (one: string, other: string) => nameOf(one) === nameOf(other);
const nameOf = (spec: string) => spec.replace(/(?<=.)@.*$/, '');
