/** How a server is reached, as pages may say it. */
import type { CatalogServer } from '../catalog.ts';
import { redact, variableNames } from '../declare/redact.ts';
import type { Transport } from '../domain.ts';

const made = new WeakMap<Transport, Transport>();

/** A declaration holds no secret; of one that does all the same, a variable is shown in its place. */
export function shownTransport({ id, declared: { transport } }: CatalogServer): Transport {
  const known = made.get(transport);
  if (known) return known;
  const shown = { ...transport, ...redact(transport, id, variableNames()).transport } as Transport;
  made.set(transport, shown);
  return shown;
}
