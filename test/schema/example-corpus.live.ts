/** An example for every tool of a content folder at size: `CORPUS=<folder> npm run test:live -- example`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { snapshot } from '../../src/domain.ts';
import { exampleArguments } from '../../src/schema/example/example.ts';

const corpus = process.env['CORPUS'];
const options = { strict: false, logger: false, validateSchema: false } as const;
const [draft7, newest] = [new Ajv(options), new Ajv2020(options)];
for (const ajv of [draft7, newest]) (addFormats as unknown as (to: unknown) => void)(ajv);

test.skipIf(!corpus)('of 995 tools in 1,000 there is an example, and Ajv accepts each', () => {
  const folder = join(corpus ?? '', 'snapshots');
  const tools = readdirSync(folder).flatMap((file) =>
    snapshot.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).tools.map((tool) => ({ file, ...tool })),
  );
  const none: string[] = [];
  const refused: string[] = [];
  for (const { file, name, inputSchema } of tools) {
    const made = exampleArguments(inputSchema);
    if (!made.ok) none.push(`${file} ${name}: ${made.why}`);
    else if (
      !(JSON.stringify(inputSchema).includes('/draft-07/') ? draft7 : newest).validate(
        inputSchema as object,
        made.arguments,
      )
    )
      refused.push(`${file} ${name}: ${JSON.stringify(made.arguments)}`);
  }
  process.stdout.write(`${tools.length} tools, ${none.length} without an example: ${none.join('; ')}\n`);
  expect(refused).toEqual([]);
  expect(none.length).toBeLessThanOrEqual(tools.length * 0.005);
});
