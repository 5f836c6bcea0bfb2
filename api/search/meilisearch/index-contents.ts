import { z } from 'zod';
import type { AssetIndex } from '../asset-index.ts';
import { heldVersions } from './held-versions.ts';
import type { MeilisearchServer } from './server.ts';

const Held = z.object({ results: z.array(z.object({ id: z.string() })) });
const pageSize = 1_000;

/** What the index over there really holds, for whoever compares it with the directory. */
export function createIndexContents(server: MeilisearchServer): Pick<AssetIndex, 'versions' | 'ids' | 'size'> {
  return {
    versions: (ids) => server.attempt(({ writer, name }) => heldVersions(writer, name, ids)),
    async *ids() {
      for (let offset = 0; ; offset += pageSize) {
        const ids = await server.attempt(async ({ writer, name }) => {
          const answer = await writer.index(name).getDocuments({ offset, limit: pageSize, fields: ['id'] });
          return Held.parse(answer).results.map(({ id }) => id);
        });
        if (ids.length > 0) yield ids;
        if (ids.length < pageSize) return;
      }
    },
    size: () => server.attempt(async ({ writer, name }) => (await writer.index(name).getStats()).numberOfDocuments),
  };
}
