import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAssetState } from '../../api/assets/load-asset-state.ts';
import { saveAsset } from '../../api/assets/save-asset.ts';
import { beginImport } from '../../api/runs/begin-import.ts';
import { peekImport } from '../../api/runs/move-import.ts';
import { sweepRuns } from '../../api/runs/sweep-runs.ts';
import { signIn } from '../support/sign-in.ts';
import { movingClock, TEST_NOW } from '../support/test-clock.ts';
import { type DeskRuns, openDeskRuns } from './desk-runs.ts';

let runs: DeskRuns;
beforeEach(async () => {
  runs = await openDeskRuns();
});
afterEach(() => runs.close());

const header = 'id,name,about,postcode,venue,when';
const file = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const three = file(
  '1,Kite Flyers,We fly kites on the common.,QX3 2AB,,Sundays',
  '2,Map Room,Old maps and tea.,QX3 2AD,Old Mill,',
  '3,,,,,',
);

const assetNamed = async (name: string) => {
  const [row] = await runs.deps.db.query<{ id: string; status: string; summary: string; version: number }>(
    'test-asset-named',
    'select id, status, summary, version from assets where name = $1::text',
    [name],
  );
  return row;
};

describe('a file at the desk', () => {
  it('is tried without a trace, and the report says line by line what would come of it', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const before = await runs.everything();
    const id = await runs.check(viewer, { text: three });
    expect(await runs.everything()).toEqual(before);
    expect(await runs.view(viewer, id)).toMatchObject({
      state: 'checked',
      counts: { made: 2, refused: 1 },
      total: 3,
      fileName: 'clubs.csv',
    });
    expect((await runs.rows(viewer, id)).map(({ line, outcome, name, reason }) => [line, outcome, name ?? reason])).toEqual([
      [2, 'made', 'Kite Flyers'],
      [3, 'made', 'Map Room'],
      [4, 'refused', 'has no name'],
    ]);
  });

  it('comes in as drafts that wait, and goes again with all it brought', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const before = await runs.everything();
    const id = await runs.check(viewer, { text: three });
    await runs.bringIn(viewer, id);
    expect(await assetNamed('Kite Flyers')).toMatchObject({ status: 'draft' });
    expect((await runs.everything()).asset_search).toEqual(before.asset_search);
    await runs.undo(viewer, id);
    expect(await runs.view(viewer, id)).toMatchObject({ state: 'undone', undone: { removed: 2 } });
    expect(await runs.everything()).toEqual(before);
  });

  it('is published at once when that is asked for, but for what may be here already', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const id = await runs.check(viewer, { text: file('1,Kite Flyers,We fly.,QX3 2AB,,', '2,Mend & Natter,We mend.,QX3 2AD,,') });
    expect(await runs.rows(viewer, id, 'looks-like')).toMatchObject([
      { name: 'Mend & Natter', like: { name: 'Mend and Natter', slug: 'mend-and-natter' } },
    ]);
    await runs.bringIn(viewer, id, true);
    expect(await assetNamed('Kite Flyers')).toMatchObject({ status: 'published' });
    expect(await assetNamed('Mend & Natter')).toMatchObject({ status: 'draft' });
    const before = (await runs.everything()).asset_search;
    await runs.undo(viewer, id);
    expect((await runs.everything()).asset_search).toHaveLength((before?.length ?? 0) - 1);
  });

  it('changes what it brought before, and puts that back when it is taken back', async () => {
    const { viewer } = await signIn(runs, 'steward');
    await runs.bringIn(viewer, await runs.check(viewer, { text: three }), true);
    const before = await runs.everything(['revisions', 'assets', 'sources']);
    const again = await runs.check(viewer, {
      text: three.replace('We fly kites on the common', 'Kites and cake').replace('Sundays', 'Mondays'),
    });
    expect(await runs.view(viewer, again)).toMatchObject({ counts: { changed: 1, same: 1, refused: 1 } });
    await runs.bringIn(viewer, again);
    expect(await assetNamed('Kite Flyers')).toMatchObject({ summary: 'Kites and cake.', status: 'published', version: 2 });
    await runs.undo(viewer, again);
    expect(await runs.view(viewer, again)).toMatchObject({ state: 'undone', undone: { 'put-back': 1 } });
    expect(await assetNamed('Kite Flyers')).toMatchObject({ summary: 'We fly kites on the common.', version: 3 });
    expect(await runs.everything(['revisions', 'assets', 'sources'])).toEqual(before);
    // Nobody here has edited it: the list may still change it.
    const third = await runs.check(viewer, { text: three.replace('We fly', 'They fly') });
    expect(await runs.view(viewer, third)).toMatchObject({ counts: { changed: 1 } });
  });

  it('leaves what somebody has changed or checked since, and says so', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const id = await runs.check(viewer, {
      text: file('1,Kite Flyers,We fly.,QX3 2AB,,', '2,Map Room,Maps.,QX3 2AD,,', '3,Choir of Two,Songs.,QX3 2AD,,'),
    });
    await runs.bringIn(viewer, id);
    const { db } = runs.deps;
    const kites = (await assetNamed('Kite Flyers'))?.id ?? '';
    const standing = await loadAssetState(db, kites);
    if (!standing) throw new Error('it was not brought in');
    await db.transaction((tx) =>
      saveAsset(tx, TEST_NOW, {
        state: { ...standing.state, summary: 'Ours now.' },
        by: viewer,
        of: { id: kites, version: standing.version },
      }),
    );
    await db.query(
      'test-check',
      `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'coordinator' where name = 'Map Room'`,
      [TEST_NOW],
    );
    await runs.undo(viewer, id);
    expect(await runs.view(viewer, id)).toMatchObject({ undone: { removed: 1, kept: 2 } });
    expect(await assetNamed('Kite Flyers')).toMatchObject({ summary: 'Ours now.' });
    expect(await assetNamed('Map Room')).toBeDefined();
    expect(await assetNamed('Choir of Two')).toBeUndefined();
  });

  it('may be in the letters of Windows, with semicolons, and in GeoJSON', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const windows = Buffer.from('id;name;about;postcode\n1;Caf\xe9 S\xeal;Tea \x93here\x94;QX3 2AB\n', 'latin1');
    expect(await runs.rows(viewer, await runs.check(viewer, { text: windows }))).toMatchObject([{ outcome: 'made', name: 'Café Sêl' }]);
    const geojson = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [-3.0079, 52.2513] }, properties: { title: 'The Old Bench' } }],
    });
    const id = await runs.check(viewer, { text: geojson, name: 'benches.geojson', reading: { kind: 'place', topics: ['outdoors'] } });
    expect(await runs.rows(viewer, id)).toMatchObject([{ outcome: 'made', name: 'The Old Bench' }]);
  });

  it.each([
    ['a file of another kind', 'clubs.xlsx', 'PK'],
    ['a quotation mark that is never closed', 'clubs.csv', 'name\n"Club\n'],
    ['no row', 'clubs.csv', 'name\n'],
    ['no features', 'clubs.geojson', '{}'],
  ])('is refused for %s, and nothing of it is kept', async (_what, name, text) => {
    const { viewer } = await signIn(runs, 'steward');
    await expect(runs.check(viewer, { text, name })).rejects.toMatchObject({ code: 'bad-request' });
    expect(await runs.deps.db.query('test-runs', 'select 1 from import_runs')).toEqual([]);
  });

  it('is remembered by its name', async () => {
    const { viewer } = await signIn(runs, 'steward');
    await runs.check(viewer, { text: three, reading: { kind: 'exchange', topics: ['mend'] } });
    const id = await beginImport(runs.deps, viewer, { name: 'next.csv', chunks: Readable.from([new TextEncoder().encode(three)]) });
    const { columns, rows, remembered } = await peekImport(runs.deps, viewer, id);
    expect(columns).toEqual(['id', 'name', 'about', 'postcode', 'venue', 'when']);
    expect(rows[0]).toMatchObject({ name: 'Kite Flyers', when: 'Sundays' });
    expect(remembered).toMatchObject([
      { name: 'Our clubs', reading: { kind: 'exchange', topics: ['mend'], columns: { summary: 'about' } } },
    ]);
  });
});

describe('what is left lying', () => {
  it('goes after a week, with its file; what was brought in stays, and its file went at once', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const brought = await runs.check(viewer, { text: three });
    await runs.bringIn(viewer, brought);
    const left = await runs.check(viewer, { text: three });
    const sent = join(runs.deps.dataDir, 'imports', 'sent');
    const files = () => readdirSync(sent);
    const dayBefore = new Date(Date.now() - 86_400_000);
    for (const name of files()) utimesSync(join(sent, name), dayBefore, dayBefore);
    expect(files()).toEqual([`${left}.csv`]);
    const clock = movingClock();
    await sweepRuns({ ...runs.deps, clock });
    expect(files()).toHaveLength(1);
    clock.pass(8 * 86_400_000);
    await sweepRuns({ ...runs.deps, clock });
    expect(files()).toEqual([]);
    expect(await runs.view(viewer, brought)).toMatchObject({ state: 'done' });
    await expect(runs.view(viewer, left)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is no file that still comes, of which no run knows yet', async () => {
    const { viewer } = await signIn(runs, 'steward');
    const known = await runs.check(viewer, { text: three });
    const sent = join(runs.deps.dataDir, 'imports', 'sent');
    const half = join(sent, 'of-no-run.csv.sent');
    writeFileSync(half, 'id,na');
    await sweepRuns(runs.deps);
    expect(readdirSync(sent).sort()).toEqual([`${known}.csv`, 'of-no-run.csv.sent'].sort());
    const dayBefore = new Date(Date.now() - 86_400_000);
    utimesSync(half, dayBefore, dayBefore);
    await sweepRuns(runs.deps);
    expect(readdirSync(sent)).toEqual([`${known}.csv`]);
  });

  it('keeps no copy of what stood before once nothing can be undone', async () => {
    const { viewer } = await signIn(runs, 'steward');
    await runs.bringIn(viewer, await runs.check(viewer, { text: three }));
    const again = await runs.check(viewer, { text: three.replace('We fly', 'They fly') });
    await runs.bringIn(viewer, again);
    const copies = () => runs.deps.db.query('test-copies', 'select 1 from import_run_rows where before is not null');
    await sweepRuns(runs.deps);
    expect(await copies()).toHaveLength(1);
    await runs.undo(viewer, again);
    await sweepRuns(runs.deps);
    expect(await copies()).toEqual([]);
  });
});

describe('whose patch it is', () => {
  it('lets coordinators bring in what lies in theirs, and refuses the rest row by row', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const [elsewhere] = await runs.deps.db.query<{ postcode: string }>(
      'test-elsewhere',
      `select v.postcode from assets a join venues v on v.id = a.venue_id join areas r on r.id = a.area_id
       join postcodes p on p.postcode = v.postcode where r.slug = 'bryn-melyn' limit 1`,
    );
    const id = await runs.check(viewer, {
      text: file('1,Ours,Here.,QX3 2AB,,', `2,Theirs,There.,${elsewhere?.postcode},,`, '3,Nowhere,No place.,,,'),
    });
    expect((await runs.rows(viewer, id)).map(({ outcome, name }) => [outcome, name])).toEqual(
      expect.arrayContaining([
        ['made', 'Ours'],
        ['refused', null],
        ['refused', null],
      ]),
    );
    expect((await runs.rows(viewer, id, 'refused')).map(({ reason }) => reason).join()).toMatch(
      /outside your patch.*has no place in your patch/,
    );
  });

  it('lets no builder import, and nobody see what another began but stewards', async () => {
    const sian = await signIn(runs, 'coordinator');
    const builder = await signIn(runs, 'builder');
    const steward = await signIn(runs, 'steward');
    const id = await runs.check(sian.viewer, { text: three });
    await expect(runs.check(builder.viewer, { text: three })).rejects.toMatchObject({ code: 'not-yours' });
    await expect(runs.view(builder.viewer, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await runs.view(steward.viewer, id)).isMine).toBe(false);
  });

  it('stops when whoever began it has lost their account meanwhile', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const id = await runs.check(viewer, { text: three });
    await runs.deps.db.query('test-suspend', `update accounts set status = 'suspended' where id = $1::uuid`, [viewer.accountId]);
    await runs.bringIn(viewer, id);
    expect(await runs.view(viewer, id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('no account') });
    expect(await assetNamed('Kite Flyers')).toBeUndefined();
  });
});
