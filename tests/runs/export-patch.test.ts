import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { exportPatch } from '../../api/exports/export-patch.ts';
import { csvLine } from '../../api/imports/csv-rules.ts';
import { signIn } from '../support/sign-in.ts';
import { type DeskRuns, openDeskRuns } from './desk-runs.ts';

let runs: DeskRuns;
beforeEach(async () => {
  runs = await openDeskRuns();
});
afterEach(() => runs.close());

async function take(viewer: SignedIn, format: 'csv' | 'geojson', area: string | null = null): Promise<string> {
  let text = '';
  for await (const chunk of (await exportPatch(runs.deps, viewer, { format, area })).chunks) text += chunk;
  return text;
}
const rowsIn = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

describe('the export of a patch', () => {
  it.each(['csv', 'geojson'] as const)('comes back as it went: every row of the %s is the same', async (format) => {
    const { viewer } = await signIn(runs, 'steward');
    // Names that a spreadsheet would run, and that look as though they had been made harmless already.
    await runs.deps.db.query(
      'test-formula',
      `update assets set name = '=1+1', summary = '''=2', contact_phone = '+44 1632 960114' where slug = 'mend-and-natter'`,
    );
    const before = await runs.everything();
    const text = await take(viewer, format);
    const id = await runs.check(viewer, { text, name: `patch.${format}` });
    const [{ count = 0 } = {}] = await runs.deps.db.query<{ count: number }>('test-count', 'select count(*)::int from assets');
    expect(await runs.view(viewer, id)).toMatchObject({ state: 'checked', counts: { same: count } });
    await runs.bringIn(viewer, id);
    expect(await runs.everything()).toEqual(before);
  });

  it('holds nothing that a spreadsheet would run', async () => {
    const { viewer } = await signIn(runs, 'steward');
    await runs.deps.db.query('test-formula', `update assets set name = '=cmd|x' where slug = 'mend-and-natter'`);
    expect(rowsIn(await take(viewer, 'csv')).some(({ name }) => name === `'=cmd|x`)).toBe(true);
  });

  it('brings back what was edited in it, as an edit by whoever brings it, and can be taken back', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const text = (await take(viewer, 'csv')).replace('Mend and Natter', 'Mend and Chatter');
    const id = await runs.check(viewer, { text, name: 'patch.csv' });
    expect(await runs.view(viewer, id)).toMatchObject({ counts: { changed: 1 } });
    await runs.bringIn(viewer, id);
    const [row] = await runs.deps.db.query<{ name: string }>('test-name', `select name from assets where slug = 'mend-and-natter'`);
    expect(row?.name).toBe('Mend and Chatter');
    await runs.undo(viewer, id);
    const [after] = await runs.deps.db.query<{ name: string }>('test-name', `select name from assets where slug = 'mend-and-natter'`);
    expect(after?.name).toBe('Mend and Natter');
  });

  it('refuses rows that were changed here since, that make no sense, or that lie elsewhere', async () => {
    const { viewer: steward } = await signIn(runs, 'steward');
    const { viewer: sian } = await signIn(runs, 'coordinator');
    const rows = rowsIn(await take(steward, 'csv'));
    const [mine, alsoMine] = rows.filter((row) => row['area (to read)'] === 'Abbey and Riverside');
    const theirs = rows.find((row) => row['area (to read)'] === 'Bryn Melyn');
    await runs.deps.db.query('test-edit', 'update assets set version = version + 1 where id = $1::uuid', [mine?.open_door_id]);
    const line = (row: Record<string, string> | undefined, change: object) => csvLine(Object.values({ ...row, ...change }));
    const text = [
      csvLine(Object.keys(rows[0] ?? {})),
      line(mine, { name: 'Changed here meanwhile' }),
      line(alsoMine, { kind: 'zebra' }),
      line(alsoMine, { name: 'The same once more' }),
      line(theirs, { name: 'Not ours' }),
      line(theirs, { open_door_id: 'new' }),
    ].join('');
    const id = await runs.check(sian, { text, name: 'patch.csv' });
    expect((await runs.rows(sian, id)).map(({ reason }) => reason)).toEqual([
      'has been changed here since this file was made',
      expect.stringMatching(/^“kind”/),
      'is of something that a row before it is of',
      'lies outside your patch',
      'is of nothing that is here; new things come in by a file without open_door_id',
    ]);
  });

  it('notes each private thing that it holds, and withholds it without the right', async () => {
    const { db } = runs.deps;
    await db.query('test-private', `update assets set point_privacy = 'private' where slug = 'mend-and-natter'`);
    const { viewer: sian } = await signIn(runs, 'coordinator');
    const withRight = rowsIn(await take(sian, 'csv', 'abbey-and-riverside')).find(({ name }) => name === 'Mend and Natter');
    expect(withRight?.venue_id).toMatch(/^[0-9a-f-]{36}$/);
    const noted = await db.query<{ what: string }>(
      'test-noted',
      `select what from private_reads p join assets a on a.id::text = p.subject where a.slug = 'mend-and-natter'`,
    );
    expect(noted).toEqual([{ what: 'export' }]);
    const { viewer: builder } = await signIn(runs, 'builder');
    const text = await take(builder, 'csv');
    const withheld = rowsIn(text).find(({ name }) => name === 'Mend and Natter');
    expect([withheld?.venue_id, withheld?.['address (to read)'], withheld?.sessions]).toEqual(['private', 'private', 'private']);
    expect(await take(builder, 'geojson')).not.toContain('"venue (to read)":"Riverside Hall","address (to read)":"private"');
    // What was withheld leaves things as they are.
    expect(await runs.view(sian, await runs.check(sian, { text, name: 'patch.csv' }))).toMatchObject({
      counts: { same: rowsIn(text).length },
    });
  });

  it('holds one’s own patch and no other', async () => {
    const { viewer } = await signIn(runs, 'builder');
    const areas = new Set(rowsIn(await take(viewer, 'csv')).map((row) => row['area (to read)']));
    expect([...areas]).toEqual(['Abbey and Riverside']);
    expect(rowsIn(await take(viewer, 'csv', 'bryn-melyn'))).toEqual([]);
  });
});
