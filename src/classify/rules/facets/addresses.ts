/** Names of parameters that take an address on the network. */
import { words } from '../../rule.ts';

export const addressKeys: ReadonlySet<string> = new Set(
  words(
    'url uri urls webhook webhookurl endpoint endpointurl host hostname baseurl targeturl link callbackurl redirecturl sourceurl imageurl fileurl videourl audiourl pageurl siteurl href website weburl feedurl',
  ),
);
