/** Revision 2026-07-28: no handshake and no session; `server/discover` says what there is. */
import { Client, type Transport } from '@modelcontextprotocol/client';
import { z } from 'zod';
import { catalogClient, type Generation } from './generation.ts';
import { plainCapabilities, type Shells, tap } from './tap.ts';
import { isObject } from './wire.ts';

const revision = '2026-07-28';
const infoKey = 'io.modelcontextprotocol/serverInfo';

export const modern: Generation = async (wire, { signal, milliseconds }) => {
  const answers = tap(wire, shells);
  const client = new Client(catalogClient, { capabilities: {}, versionNegotiation: { mode: { pin: revision } } });
  const limits = { signal, timeout: milliseconds };
  await client.connect(wire as Transport, limits);
  const discovered = answers.get('server/discover') as { [key: string]: unknown };
  const meta = discovered['_meta'];
  return {
    hello: {
      protocolVersion: client.getNegotiatedProtocolVersion() ?? revision,
      capabilities: discovered['capabilities'],
      serverInfo: (isObject(meta) ? meta[infoKey] : undefined) ?? discovered['serverInfo'],
      instructions: discovered['instructions'],
    },
    list: async (what, cursor) => {
      const method = `${what}/list`;
      await client.request({ method, params: cursor === undefined ? {} : { cursor } }, z.looseObject({}), limits);
      return answers.get(method);
    },
  };
};

const complete = { resultType: 'complete', ttlMs: 0, cacheScope: 'private' };

const shells: Shells = {
  'server/discover': ({ supportedVersions, capabilities }) => ({
    ...complete,
    supportedVersions,
    capabilities: plainCapabilities(capabilities),
  }),
  'tools/list': () => ({ ...complete, tools: [] }),
  'prompts/list': () => ({ ...complete, prompts: [] }),
  'resources/list': () => ({ ...complete, resources: [] }),
};
