import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { renewDocuments } from '../../api/search/renew-documents.ts';
import { startSync } from '../../api/search/sync.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { noFilters, vocabulary } from './asked.ts';

const query = { text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 } as const;
const going = () => false;

describe('documents that an older program made', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let elsewhere: TestDatabase;
  beforeEach(async () => {
    [deps, elsewhere] = await Promise.all([createTestDeps('sample'), createTestDatabase()]);
    await deps.db.query(
      'test-older',
      `with older as (update asset_search set document = document - 'just_turn_up' - 'bring_someone' - 'standing' returning id)
       insert into asset_search_changes (document_id) select id from older`,
    );
    await deps.db.query('test-older-version', `update program_facts set value = '2' where name = 'search-documents-version'`);
  });
  afterEach(async () => {
    await deps?.close();
    await elsewhere?.close();
  });

  const turnUp = async (index: AssetIndex) => (await index.search(query)).facets.just_turn_up.yes ?? 0;
  const truth = async () => {
    const [row] = await deps.db.query<{ count: number }>(
      'test-turn-up',
      `select count(*)::int as count from assets a join asset_search s on s.id = 'asset-' || a.id where just_turn_up`,
    );
    return row?.count ?? 0;
  };

  it('are found as before, and made anew without a moment in which less is found', async () => {
    const { total } = await deps.embeddedIndex.search(query);
    expect(total).toBeGreaterThan(100);
    expect(await turnUp(deps.embeddedIndex)).toBe(0);
    let renewing = true;
    const seen = new Set<number>();
    const reader = (async () => {
      while (renewing) seen.add((await deps.embeddedIndex.search(query)).total);
    })();
    expect(await renewDocuments(deps, going)).toBe(true);
    renewing = false;
    await reader;
    expect([...seen]).toEqual([total]);
    expect(await turnUp(deps.embeddedIndex)).toBe(await truth());
    expect(await renewDocuments(deps, going)).toBe(false);
  });

  it('are left for the next start when the program is told to stop', async () => {
    expect(await renewDocuments(deps, () => true)).toBe(false);
    expect(await renewDocuments(deps, going)).toBe(true);
  });

  it('reach the other index as well, by themselves at the start', async () => {
    const other = createEmbeddedIndex(elsewhere.db, vocabulary);
    await deps.db.query('test-outbox', 'delete from outbox');
    const running = startSync({ ...deps, assetIndex: other }, { pollMs: 20 });
    await expect.poll(() => turnUp(other)).toBe(await truth());
    await running.stop();
  });

  it('are taken for current once everything was made anew in another way', async () => {
    const fresh = await createTestDeps('sample');
    expect(await renewDocuments(fresh, going)).toBe(false);
    await fresh.close();
  });
});
