import { afterAll, expect, test } from 'vitest';
import type { FailureCause } from '../../src/domain.ts';
import { explainInstall } from '../../src/introspect/explain-install.ts';
import { contentFolder } from './content-folder.ts';
import type { Script } from './scripted-server.ts';

const folder = contentFolder();
afterAll(folder.remove);

const fails = async (script: Script) => {
  const outcome = (await folder.ask({ one: script }, { ids: ['one'], timeout: 5 })).get('one')?.ask.outcome;
  if (outcome?.kind !== 'failed') throw new Error(`It answered: ${JSON.stringify(outcome)}`);
  return [outcome.cause, outcome.message];
};
const says = (...stderr: string[]): Script => ({ stderr, exit: 1 });

const wants: { stderr: string[]; names: string }[] = [
  { stderr: ['please set SHOP_TOKEN env var'], names: 'SHOP_TOKEN' },
  { stderr: ['Set the SHOP_TOKEN environment variable and start again.'], names: 'SHOP_TOKEN' },
  { stderr: ['LICENCE environment variable is required'], names: 'LICENCE' },
  { stderr: ['Environment variable "SHOPURL" is not defined'], names: 'SHOPURL' },
  { stderr: ['SHOP_USER and SHOP_PASSWORD must be set'], names: 'SHOP_USER and SHOP_PASSWORD' },
  { stderr: ['Missing SHOP_USER, SHOP_PASSWORD'], names: 'SHOP_USER and SHOP_PASSWORD' },
  {
    stderr: ['Set SHOP_REGION env var or run: shop config set region YOUR_REGION'],
    names: 'SHOP_REGION',
  },
  {
    stderr: ['Missing required environment variables:', '  - SHOP_URL', '  - SHOP_KEY: from the settings', 'Bye_NOW'],
    names: 'SHOP_URL and SHOP_KEY',
  },
];
test.each(wants)('$stderr wants $names', async ({ stderr, names }) => {
  const [cause, message] = await fails(says(...stderr));
  expect([cause, message]).toEqual(['wants-variable', expect.stringContaining(`It wants ${names}:`)]);
});

const rows: { say: string; script: Script; cause: FailureCause; message: RegExp }[] = [
  {
    say: 'an error code of Node is no variable',
    script: says('Error [ERR_MODULE_NOT_FOUND]: is required'),
    cause: 'exited',
    message: /exited with code 1/,
  },
  {
    say: 'what is printed beside the protocol is told where stderr is silent',
    script: { stdout: ['Usage: shop <start|stop>'], exit: 2 },
    cause: 'exited',
    message: /after saying “Usage: shop <start\|stop>”/,
  },
  {
    say: 'the line about an option is not the error',
    script: says('cannot open the ledger', '  --quiet   print no error lines'),
    cause: 'exited',
    message: /“cannot open the ledger”/,
  },
  {
    say: 'the error is told, and not what follows it',
    script: says(
      'Error: spawn shop ENOENT',
      '    at start (shop.js:1:1)',
      "Emitted 'error' event on ChildProcess instance at:",
      '  more at https://shop.example/help',
    ),
    cause: 'exited',
    message: /“Error: spawn shop ENOENT”/,
  },
  {
    say: 'a panic is told, and not its frames',
    script: says('panic: no till (not open)', 'goroutine 1 [running]:', 'main.main()', ' /src/main.go:6 +0x1b'),
    cause: 'exited',
    message: /“panic: no till \(not open\)”/,
  },
  {
    say: 'a service that is not there',
    script: says('Error: connect ECONNREFUSED 127.0.0.1:5432'),
    cause: 'exited',
    message: /start that service/,
  },
  {
    say: 'an interpreter that is not there',
    script: { ...says('/usr/bin/env: ‘bun’: No such file or directory'), exit: 127 },
    cause: 'command-not-found',
    message: /command bun was not found: install Bun/,
  },
  {
    say: 'a handshake refused for want of a sign-in',
    script: { answers: { initialize: { error: { code: -32001, message: 'Needs authentication' } } } },
    cause: 'wants-sign-in',
    message: /refused to greet us: .*Needs authentication\. It wants a sign-in/,
  },
  {
    say: 'a handshake refused for a reason of its own',
    script: { answers: { initialize: { error: { code: -32050, message: 'Closed on Sundays' } } } },
    cause: 'not-mcp',
    message: /refused to greet us: .*Closed on Sundays\.$/,
  },
  {
    say: 'a server of another protocol',
    script: { answers: { initialize: { error: { code: -32601, message: 'Method not found' } } } },
    cause: 'not-mcp',
    message: /Check that its arguments/,
  },
];
test.each(rows)('$say', async ({ script, cause, message }) => {
  expect(await fails(script)).toEqual([cause, expect.stringMatching(message)]);
});

const npm: { say: string; output: string; cause: FailureCause; message: string }[] = [
  {
    say: 'the package that was asked for',
    output: "npm error code E404\nnpm error 404  The requested resource '@shop/mcp@9.9.9' could not be found\n",
    cause: 'package-not-found',
    message: 'npm knows no package @shop/mcp@1.0.0: check its name and version.',
  },
  {
    say: 'a package that it needs',
    output: "npm error code E404\nnpm error 404  The requested resource '@shop/core@^1.2.0' could not be found\n",
    cause: 'install-failed',
    message:
      '@shop/mcp@1.0.0 needs @shop/core@^1.2.0, which npm does not have: report that to its maker, or take another version.',
  },
  {
    say: 'a version that it needs',
    output: 'npm error code ETARGET\nnpm error notarget No matching version found for core@^7.0.0.\n',
    cause: 'install-failed',
    message:
      '@shop/mcp@1.0.0 needs core@^7.0.0, which npm does not have: report that to its maker, or take another version.',
  },
  {
    say: 'anything else, without an address',
    output: 'npm error code E500\nnpm error 500 GET https://packages.example/core - try later\n',
    cause: 'install-failed',
    message: 'npm could not install @shop/mcp@1.0.0. npm said: 500 GET … - try later',
  },
];
test.each(npm)('npm lacks $say', ({ output, cause, message }) => {
  expect(explainInstall(['@shop/mcp@1.0.0'], output)).toMatchObject({ why: cause, message });
});
