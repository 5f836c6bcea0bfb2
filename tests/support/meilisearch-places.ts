import { type FakeMeilisearch, startFakeMeilisearch } from './fake-meilisearch/fake-meilisearch.ts';
import { clearPlace, type MeilisearchPlace, notTried, realMeilisearch } from './real-meilisearch.ts';

export interface OpenPlace extends MeilisearchPlace {
  /** Null: it is a real one. */
  fake: FakeMeilisearch | null;
  close(): Promise<void>;
}

/** Servers on which a suite is run: the fake everywhere, the real one where there is one, which else is said. */
export const meilisearchPlaces: { name: string; open: (() => Promise<OpenPlace>) | null }[] = [
  { name: 'on the fake server', open: openFake },
  realMeilisearch() ? { name: 'on a real server', open: openReal } : { name: notTried, open: null },
];

async function openFake(): Promise<OpenPlace> {
  const fake = await startFakeMeilisearch();
  return { url: fake.url, key: fake.key, prefix: 'test', timeLimitMs: 60_000, fake, close: () => fake.close() };
}

async function openReal(): Promise<OpenPlace> {
  const place = realMeilisearch();
  if (!place) throw new Error(notTried);
  return { ...place, fake: null, close: () => clearPlace(place) };
}
