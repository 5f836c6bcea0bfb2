import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldDirectoryChanges, readDirectoryVersion } from '../../api/db/directory-version.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('sample');
});
afterAll(() => database?.close());

const version = () => readDirectoryVersion(database.db);
const change = 'update district set strapline = strapline || $1::text';

describe('the directory’s version', () => {
  it('grows by one with each transaction that changes something, however much', async () => {
    const before = await version();
    await database.db.query('version-one', change, ['.']);
    expect(await version()).toBe(before + 1);
    await database.db.transaction(async (tx) => {
      for (const mark of ['.', '!']) await tx.query('version-one', change, [mark]);
      await tx.query('version-many', 'update assets set name = name || $1::text', ['']);
    });
    expect(await version()).toBe(before + 2);
  });

  it('stays when nothing is changed, taken back, or nobody’s to see', async () => {
    const before = await version();
    await database.db.query('version-none', 'update assets set name = name where false');
    await database.db.query('version-gone', 'delete from assets where false');
    await database.db.query('version-private', "insert into program_facts (name, value) values ('test', '1')");
    const undone = database.db.transaction(async (tx) => {
      await tx.query('version-one', change, ['?']);
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    expect(await version()).toBe(before);
  });

  it('is the same after its lines were folded, also while somebody is changing something', async () => {
    await database.db.query('version-one', change, ['.']);
    const before = await version();
    await database.db.transaction(async (tx) => {
      await tx.query('version-one', change, ['.']);
      await Promise.all([foldDirectoryChanges(database.db), foldDirectoryChanges(database.db)]);
      expect(await version()).toBe(before);
    });
    expect(await version()).toBe(before + 1);
    const lines = () => database.db.query<{ lines: number }>('version-lines', 'select count(*)::int as lines from directory_changes');
    expect(await lines()).toEqual([{ lines: 1 }]);
    await foldDirectoryChanges(database.db);
    expect([await version(), await lines()]).toEqual([before + 1, [{ lines: 0 }]]);
  });

  it('keeps no two people who change different things waiting for each other', async () => {
    await database.db.transaction(async (one) => {
      await one.query('version-one', change, ['.']);
      await database.db.query('version-other', "update assets set name = name || '.' where slug = 'mend-and-natter'");
    });
  });
});

describe('every table', () => {
  it('is either watched or known to show on no page for everyone', async () => {
    const tables = await database.db.query<{ name: string; watches: number }>(
      'version-tables',
      `select relname as name, (select count(*)::int from pg_trigger where tgrelid = c.oid and tgfoid = 'note_directory_change'::regproc) as watches
       from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    expect(
      tables.filter(({ watches }) => watches === 0).map(({ name }) => name),
      'call watch_directory_table in its migration, or add it here',
    ).toEqual(unwatched);
    expect(tables.filter(({ watches }) => watches !== 0 && watches !== 4)).toEqual([]);
  });
});

/** Of the desk, of neighbours' letters, of the program itself. `tests/kept/replicas.test.ts` shows that no page for everyone reads them. */
const unwatched = [
  ...['account_areas', 'account_sessions', 'accounts', 'asset_notes', 'asset_search_changes', 'asset_views', 'asset_watches'],
  ...['bounced_contacts', 'directory_changes', 'directory_version', 'drafts', 'gaps'],
  ...[
    'import_run_rows',
    'import_runs',
    'look_alike_keys',
    'look_alike_lines',
    'look_alikes',
    'looked_alike',
    'looked_over',
    'mail_outbox',
    'migrations',
  ],
  ...['not_same', 'own_links', 'passkey_challenges', 'passkeys', 'photo_changes', 'private_reads', 'program_facts', 'proposals'],
  ...['proposed_edits', 'put_off', 'recent_views', 'recut_areas', 'recuts', 'refused_actions', 'revisions', 'shortlists', 'sign_in_links'],
  ...['suggestions', 'today_steps', 'walk_entries'],
];
