import { MeilisearchApiError, MeilisearchError, type MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import { listingKinds } from '../../contract/vocabulary.ts';
import { SearchRefused, SearchUnavailable } from '../../errors.ts';
import { searchCutoffMs } from './index-settings.ts';
import { type Acquaintance, introduce, type ServerAddress } from './introduce.ts';
import { openSearchDoor } from './search-door.ts';
import type { StoredHit } from './stored-document.ts';

export interface SearchResult {
  hits: StoredHit[];
  facetDistribution: Record<string, Record<string, number>>;
}

export interface MeilisearchOptions extends Omit<ServerAddress, 'prefix'> {
  /** How the names of its indexes begin: two sites on one server have two. */
  prefix?: string;
  /** In which a search is answered, or given up. */
  timeLimitMs?: number;
}

export interface MeilisearchServer {
  prefix: string;
  /** Several queries in one request, answered within the time limit or not at all. */
  search(queries: Omit<MultiSearchQuery, 'indexUid'>[]): Promise<SearchResult[]>;
  /** One answer may take several requests: they have the time of one together. */
  inTime<Result>(work: Promise<Result>): Promise<Result>;
  /** Documents that pass a filter, beyond where a search ends. */
  list(filter: string[], limit: number): Promise<StoredHit[]>;
  /** Whether it finds at all, asked as readers ask. */
  ping(): Promise<void>;
  /** What is neither read for readers nor in a hurry: `name` is that of our index, `writer` reaches our indexes alone. */
  attempt<Result>(work: (known: Acquaintance) => Promise<Result>): Promise<Result>;
  /** Asks anew who it is: it may be another version by now, or another server. */
  meetAgain(): Promise<void>;
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
  lat: z.number().optional(),
  lng: z.number().optional(),
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

export function connect({ prefix = 'assets', timeLimitMs = searchCutoffMs, ...address }: MeilisearchOptions): MeilisearchServer {
  const ask = openSearchDoor(address.url);
  let known: Promise<Acquaintance> | null = null;

  function meet(): Promise<Acquaintance> {
    const asking = introduce({ ...address, prefix });
    known = asking;
    asking.catch(() => forget(asking));
    return asking;
  }

  function forget(which: Promise<Acquaintance>): void {
    if (known === which) known = null;
  }

  const attempt: MeilisearchServer['attempt'] = (work) =>
    orUnavailable(async () => {
      const asked = known ?? meet();
      try {
        return await work(await asked);
      } catch (error) {
        // A key that is refused, an index that is gone: it may be another server behind the same address.
        if (error instanceof MeilisearchApiError && ([401, 403].includes(error.response.status) || isMissing(error))) forget(asked);
        throw error;
      }
    });

  /** Also while it does not say who it is. */
  const limited = <Result>(work: (signal: AbortSignal) => Promise<Result>) => {
    const signal = AbortSignal.timeout(timeLimitMs);
    return Promise.race([work(signal), orUnavailable(() => aborted(signal))]);
  };

  const server: MeilisearchServer = {
    prefix,
    search: (queries) =>
      limited((signal) =>
        attempt(async ({ readerKey, name }) => {
          const body = { queries: queries.map((query) => ({ ...query, indexUid: name })) };
          return Answer.parse(await ask({ path: 'multi-search', body, key: readerKey, signal })).results;
        }),
      ),
    inTime: (work) => limited(() => work),
    list: (filter, limit) =>
      attempt(async ({ reader, name }) => {
        const found: StoredHit[] = [];
        while (found.length < limit) {
          const wanted = Math.min(pageSize, limit - found.length);
          const fields: (keyof StoredHit)[] = ['id', 'slug', 'kind', 'lat', 'lng'];
          const { results } = await reader.index(name).getDocuments({ filter, offset: found.length, limit: wanted, fields });
          found.push(...z.array(Hit).parse(results));
          if (results.length < wanted) break;
        }
        return found;
      }),
    ping: async () => void (await server.search([{ q: '', limit: 0 }])),
    attempt,
    meetAgain: () =>
      orUnavailable(async () => {
        const met = await introduce({ ...address, prefix });
        known = Promise.resolve(met);
      }),
  };
  return server;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/** Whatever goes wrong over there, the reader is answered by the other index. */
async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
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
    if (status === 400 && !isMissing(error)) throw new SearchRefused('Meilisearch did not understand a query.', { cause: error });
    throw new SearchUnavailable(`Meilisearch answered with status ${status}.`, { cause: error });
  }
}

/** A search among several is told so with status 400, as if it had been asked wrongly. */
const isMissing = (error: MeilisearchApiError) => error.cause?.code === 'index_not_found';
