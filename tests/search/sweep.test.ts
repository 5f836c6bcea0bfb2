import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { sweepIndex } from '../../api/search/sweep-index.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { vocabulary } from './asked.ts';
import { documents } from './documents.ts';

/** A second database's embedded index stands for Meilisearch. */
describe('an index that has lost more than can be told singly', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let elsewhere: TestDatabase;
  beforeAll(async () => {
    [deps, elsewhere] = await Promise.all([createTestDeps(), createTestDatabase()]);
    await Promise.all([deps, elsewhere].map(({ db }) => allowNamedDocuments(db)));
    const [pattern] = documents;
    if (!pattern) throw new Error('no documents');
    const many = Array.from({ length: 1_500 }, (_, number) => ({ ...pattern, id: `asset-${number}`, slug: `${number}` }));
    await deps.db.transaction((tx) => putDocuments(tx, many));
  });
  afterAll(async () => {
    await deps?.close();
    await elsewhere?.close();
  });

  it('is asked no more until it is built anew', async () => {
    let abandoned = 0;
    const empty: AssetIndex = {
      ...createEmbeddedIndex(elsewhere.db, vocabulary),
      abandon: async () => {
        abandoned += 1;
      },
    };
    expect(await sweepIndex({ ...deps, assetIndex: empty })).toMatchObject({ abandoned: true });
    expect(abandoned).toBe(1);
    expect(await deps.db.query('test-no-lines', 'select from outbox')).toEqual([]);
  });

  it('is whole when it holds what the directory holds, in however many batches', async () => {
    expect(await sweepIndex({ ...deps, assetIndex: deps.embeddedIndex })).toEqual({ missing: 0, stale: 0, extra: 0, abandoned: false });
  });
});
