/** Revisions 2024-11-05 to 2025-11-25: a handshake, then requests in a session. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Generation } from './generation.ts';
import { catalogClient } from './generation.ts';
import { plainCapabilities, type Shells, tap } from './tap.ts';

export const legacy: Generation = async (wire, { signal, milliseconds }) => {
  const answers = tap(wire, shells);
  const client = new Client(catalogClient, { capabilities: {} });
  const limits = { signal, timeout: milliseconds };
  await client.connect(wire as Transport, limits);
  return {
    hello: { ...(answers.get('initialize') as object) },
    list: async (what, cursor) => {
      const method = `${what}/list`;
      await client.request({ method, params: cursor === undefined ? {} : { cursor } }, z.looseObject({}), limits);
      return answers.get(method);
    },
  };
};

const shells: Shells = {
  initialize: ({ protocolVersion, capabilities }) => ({
    protocolVersion: acceptable(protocolVersion),
    capabilities: plainCapabilities(capabilities),
    serverInfo: { name: 'server', version: '0' },
  }),
  'tools/list': () => ({ tools: [] }),
  'prompts/list': () => ({ prompts: [] }),
  'resources/list': () => ({ resources: [] }),
};

/** A revision that the SDK does not know is no reason to leave: listing tools has been the same in all of them. */
function acceptable(version: unknown): unknown {
  return typeof version !== 'string' || SUPPORTED_PROTOCOL_VERSIONS.includes(version)
    ? version
    : LATEST_PROTOCOL_VERSION;
}
