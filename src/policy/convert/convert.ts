/** Reads the policies of other programs. What cannot be said here is refused, or made stricter and told. */
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Converted } from './converted.ts';
import { fromIntercept, interceptFile } from './intercept.ts';
import { fromPolicylayer, policylayerFile } from './policylayer.ts';

/** PolicyLayer's JSON or Intercept's YAML: JSON is the first, anything else the second. */
export function convertPolicy(text: string, server: string): Converted {
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 0, uniqueKeys: true });
  } catch (error) {
    return { ok: false, problems: [`cannot be read: ${(error as Error).message.split('\n', 1)[0]}`] };
  }
  if (JSON.stringify(value)?.includes('"__proto__"')) return { ok: false, problems: ['names `__proto__`; rename it'] };
  return text.trimStart().startsWith('{')
    ? read(policylayerFile, value, (file) => fromPolicylayer(file, server))
    : read(interceptFile, value, (file) => fromIntercept(file, server));
}

function read<T extends z.ZodType>(form: T, value: unknown, convert: (file: z.infer<T>) => Converted): Converted {
  const read = form.safeParse(value);
  if (read.success) return convert(read.data);
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`),
  };
}
