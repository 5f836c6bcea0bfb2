import type { Meilisearch } from 'meilisearch';
import { z } from 'zod';

const Held = z.object({ results: z.array(z.object({ id: z.string(), version: z.string().default('') })) });

/** Which version an index holds of each of these; of what it does not hold, none. */
export async function heldVersions(client: Meilisearch, name: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  // The client would put the ids into the address, which is too short for them.
  const answer = await client.httpRequest.post<unknown>({
    path: `indexes/${name}/documents/fetch`,
    body: { ids, fields: ['id', 'version'], limit: ids.length },
  });
  return new Map(Held.parse(answer).results.map(({ id, version }) => [id, version]));
}
