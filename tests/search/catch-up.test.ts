import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

/** Two indexes over one database stand for two processes. */
describe('an embedded index beside others', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await allowNamedDocuments(database.db);
  });
  afterAll(() => database?.close());

  const open = () => createEmbeddedIndex(database.db, vocabulary);
  const find = async (index: ReturnType<typeof open>, text: string) =>
    (await index.search({ text, filters: noFilters, sort: 'relevance', offset: 0, limit: 10 })).ids;
  const named = (name: string, id = `asset-${name}`) => {
    const [first] = documents;
    if (!first) throw new Error('no documents');
    return { ...first, id, slug: name, name, name_sort: name };
  };

  it('answers with what another has just written, changed and removed', async () => {
    const [here, there] = [open(), open()];
    await here.put(documents);
    expect(await find(there, 'ukulele')).toEqual(['asset-ukulele-sundays']);
    await there.put([named('quokka')]);
    expect(await find(here, 'quokka')).toEqual(['asset-quokka']);
    await here.put([named('wombat', 'asset-quokka')]);
    expect(await find(there, 'quokka')).toEqual([]);
    expect(await find(there, 'wombat')).toEqual(['asset-quokka']);
    await there.remove(['asset-quokka']);
    expect(await find(here, 'wombat')).toEqual([]);
  });

  it('shows a change only once it is committed, even when a later one was committed before it', async () => {
    const index = open();
    await find(index, 'anything');
    let commitSlow: () => void = () => undefined;
    let slowHasWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      slowHasWritten = resolve;
    });
    const slow = database.db.transaction(async (tx) => {
      await putDocuments(tx, [named('slowpoke')]);
      slowHasWritten();
      await new Promise<void>((resolve) => {
        commitSlow = resolve;
      });
    });
    await written;
    await index.put([named('speedy')]);
    expect(await find(index, 'speedy')).toEqual(['asset-speedy']);
    expect(await find(index, 'slowpoke')).toEqual([]);
    commitSlow();
    await slow;
    expect(await find(index, 'slowpoke')).toEqual(['asset-slowpoke']);
  });

  it('counts a change only once it is committed', async () => {
    const index = open();
    const before = await index.version();
    expect(await index.version()).toBe(before);
    await database.db.transaction(async (tx) => {
      await putDocuments(tx, [named('numbat')]);
      expect(await index.version()).toBe(before);
    });
    const after = await index.version();
    expect(after).toBeGreaterThan(before);
    await index.put([named('numbat')]);
    expect(await index.version()).toBe(after);
  });

  it('starts right while another transaction is still under way', async () => {
    let commit: () => void = () => undefined;
    let hasWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      hasWritten = resolve;
    });
    const slow = database.db.transaction(async (tx) => {
      await putDocuments(tx, [named('latecomer')]);
      hasWritten();
      await new Promise<void>((resolve) => {
        commit = resolve;
      });
    });
    await written;
    const index = open();
    expect(await find(index, 'latecomer')).toEqual([]);
    commit();
    await slow;
    expect(await find(index, 'latecomer')).toEqual(['asset-latecomer']);
  });

  it('answers many at once, each with what was committed before it asked', async () => {
    const index = open();
    await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        await index.put([named(`herd${number}`)]);
        expect(await find(index, `herd${number}`)).toContain(`asset-herd${number}`);
      }),
    );
  });

  it('keeps its numbers straight through thousands of changes', async () => {
    const index = open();
    const total = async () => (await index.search({ text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 })).total;
    const before = await total();
    for (let round = 0; round < 6; round += 1)
      await index.put(Array.from({ length: 500 }, (_, number) => named(`swarm${number} round${round}`, `asset-swarm${number}`)));
    expect(await total()).toBe(before + 500);
    expect(await find(index, 'swarm7 round5')).toEqual(['asset-swarm7']);
    await index.remove(Array.from({ length: 500 }, (_, number) => `asset-swarm${number}`));
    expect(await total()).toBe(before);
  });
});
