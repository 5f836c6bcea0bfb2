import type { Replica } from './db/replicas.ts';
import type { Deps } from './deps.ts';
import type { EmbeddedIndex } from './search/asset-index.ts';

/**
 * The same parts, with what is loaded coming from a replica. The index in memory goes on looking at the primary; what is kept for as long as
 * nothing changes must not outlast what the replica had heard of when it was read, so that the versions told here are the replica's.
 */
export function readFrom(deps: Deps, { db, version }: Replica): Deps {
  const told = (index: EmbeddedIndex): EmbeddedIndex => ({
    ...index,
    version: async () => version(),
    lookOnce: () => told(index.lookOnce()),
  });
  const embeddedIndex = told(deps.embeddedIndex);
  const assetIndex = deps.assetIndex === deps.embeddedIndex ? embeddedIndex : deps.assetIndex;
  return { ...deps, db, directoryVersion: async () => version(), embeddedIndex, assetIndex };
}
