import { z } from 'zod';
import type { AssetIndex } from '../asset-index.ts';
import type { MeilisearchServer } from './server.ts';

const Held = z.object({ results: z.array(z.object({ id: z.string(), version: z.string().default('') })) });
const pageSize = 1_000;

/** What the index over there really holds, for whoever compares it with the directory. */
export function createIndexContents(server: MeilisearchServer): Pick<AssetIndex, 'versions' | 'ids' | 'size'> {
  return {
    versions: (ids) =>
      server.attempt(async ({ writer, name }) => {
        if (ids.length === 0) return new Map();
        // The client would put the ids into the address, which is too short for them.
        const answer = await writer.httpRequest.post<unknown>({
          path: `indexes/${name}/documents/fetch`,
          body: { ids, fields: ['id', 'version'], limit: ids.length },
        });
        return new Map(Held.parse(answer).results.map(({ id, version }) => [id, version]));
      }),
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
