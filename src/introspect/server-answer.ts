import type { Ask, Snapshot } from '../domain.ts';

export type Dropped = (Ask['outcome'] & { kind: 'answered' })['dropped'][number];

/** Everything that one asking brought, checked so far that a snapshot can be made of it. */
export type ServerAnswer = Pick<
  Snapshot,
  'protocolVersion' | 'serverInfo' | 'instructions' | 'capabilities' | 'tools'
> & {
  dropped: Dropped[];
  prompts?: number;
  resources?: number;
};
