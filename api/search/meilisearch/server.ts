import { Meilisearch, MeilisearchApiError, MeilisearchError, type MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import { listingKinds } from '../../contract/vocabulary.ts';
import { SearchRefused, SearchUnavailable } from '../../errors.ts';
import { indexName, timeLimitMs } from './index-settings.ts';
import type { StoredHit } from './stored-document.ts';

export interface SearchResult {
  hits: StoredHit[];
  facetDistribution: Record<string, Record<string, number>>;
}

export interface MeilisearchServer {
  client: Meilisearch;
  /** The name of our index on this server; asks the server's version once. */
  indexName(): Promise<string>;
  /** Several queries in one request, answered within the time limit or not at all. */
  search(queries: Omit<MultiSearchQuery, 'indexUid'>[]): Promise<SearchResult[]>;
  /** Documents that pass a filter, beyond where a search ends. */
  list(filter: string[], limit: number): Promise<StoredHit[]>;
}

const Hit = z.object({
  id: z.string(),
  slug: z.string().default(''),
  tier: z.number().default(0),
  kind: z.enum(listingKinds).default('group'),
  name: z.array(z.string()).default([]),
  summary: z.string().default(''),
  keywords: z.string().default(''),
  topics: z.array(z.string()).default([]),
  name_sort: z.string().default(''),
  next_at: z.number().nullable().default(null),
  standing: z.number().default(0),
  _geo: z.object({ lat: z.number(), lng: z.number() }).optional(),
  _rankingScoreDetails: z
    .object({
      typo: z.object({ typoCount: z.number() }).optional(),
      exactness: z
        .object({ matchType: z.string(), matchingWords: z.number().optional(), maxMatchingWords: z.number().optional() })
        .optional(),
      attributeRank: z.object({ score: z.number() }).optional(),
    })
    .optional(),
});
const Answer = z.object({
  results: z.array(z.object({ hits: z.array(Hit), facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).default({}) })),
});
const pageSize = 1_000;

export function connect({ url, key }: { url: string; key: string | null }): MeilisearchServer {
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    timeout: 30_000,
    defaultWaitOptions: { timeout: 120_000, interval: 20 },
  });
  let name: string | null = null;

  const server: MeilisearchServer = {
    client,
    async indexName() {
      name ??= indexName((await orUnavailable(() => client.getVersion())).pkgVersion);
      return name;
    },
    async search(queries) {
      const indexUid = await server.indexName();
      return orUnavailable(async () => {
        const answer = await client.multiSearch(
          { queries: queries.map((query) => ({ ...query, indexUid })) },
          { signal: AbortSignal.timeout(timeLimitMs) },
        );
        return Answer.parse(answer).results;
      });
    },
    async list(filter, limit) {
      const index = client.index(await server.indexName());
      const found: StoredHit[] = [];
      while (found.length < limit) {
        const wanted = Math.min(pageSize, limit - found.length);
        const { results } = await orUnavailable(() =>
          index.getDocuments({ filter, offset: found.length, limit: wanted, fields: ['id', 'slug', 'kind', '_geo'] }),
        );
        found.push(...z.array(Hit).parse(results));
        if (results.length < wanted) break;
      }
      return found;
    },
  };
  return server;
}

/** Whatever goes wrong over there, the reader is answered by the other index. */
export async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SearchUnavailable) throw error;
    if (!(error instanceof MeilisearchApiError)) {
      const away = error instanceof MeilisearchError || (error instanceof DOMException && error.name === 'TimeoutError');
      throw new SearchUnavailable(away ? 'Meilisearch could not be reached in time.' : 'Meilisearch did not do what was asked.', {
        cause: error,
      });
    }
    const { status } = error.response;
    if (status === 400) throw new SearchRefused('Meilisearch did not understand a query.', { cause: error });
    throw new SearchUnavailable(`Meilisearch answered with status ${status}.`, { cause: error });
  }
}

export const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.response.status === 404;
