import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseAssets } from '../../api/bulk/choose-assets.ts';
import { BulkFilter } from '../../api/contract/bulk-filter.ts';
import type { BulkChange } from '../../api/contract/import-run.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { beginBulk } from '../../api/runs/begin-bulk.ts';
import { type DeskRuns, openDeskRuns } from '../runs/desk-runs.ts';
import { signIn } from '../support/sign-in.ts';
import { movingClock, TEST_NOW } from '../support/test-clock.ts';

let runs: DeskRuns;
beforeEach(async () => {
  runs = await openDeskRuns();
});
afterEach(() => runs.close());

const choose = (viewer: SignedIn, filter: object) => chooseAssets(runs.deps, viewer, BulkFilter.parse(filter));
async function change(viewer: SignedIn, filter: object, asked: BulkChange): Promise<string> {
  const parsed = BulkFilter.parse(filter);
  const { count } = await choose(viewer, filter);
  const id = await beginBulk(runs.deps, viewer, { filter: parsed, change: asked, seen: count });
  await runs.work();
  return id;
}
const query = <Row extends object>(text: string, values: unknown[] = []) =>
  runs.deps.db.query<Row>(`test ${text}`.slice(0, 60), text, values);
const groups = { kind: 'group', area: 'abbey-and-riverside' };

describe('choosing many', () => {
  it('narrows by every box, and only within one’s patch', async () => {
    const { viewer: sian } = await signIn(runs, 'coordinator');
    const { viewer: steward } = await signIn(runs, 'steward');
    const { count: ofSian } = await choose(sian, {});
    const [expected] = await query<{ count: number }>(
      `select count(*)::int from assets where area_id = any ($1::uuid[]) or area_id is null`,
      [sian.areas.map(({ id }) => id)],
    );
    expect(ofSian).toBe(expected?.count);
    expect((await choose(steward, {})).count).toBeGreaterThan(ofSian);
    expect((await choose(sian, { area: 'bryn-melyn' })).count).toBe(0);
    expect((await choose(sian, { q: 'mend and natter' })).sample).toMatchObject([
      { name: 'Mend and Natter', name_cy: 'Trwsio a Sgwrs', area_cy: 'Yr Abaty a Glan-yr-afon', slug: 'mend-and-natter' },
    ]);
    const each = await Promise.all(
      ['fresh', 'ageing', 'stale', 'lapsed'].map(async (freshness) => (await choose(sian, { freshness })).count),
    );
    expect(each.reduce((sum, count) => sum + count)).toBe(ofSian);
    expect((await choose(sian, { ...groups, topic: 'music', status: 'published', source: 'sample' })).count).toBeGreaterThan(0);
  });

  it('is nothing for builders', async () => {
    const { viewer } = await signIn(runs, 'builder');
    await expect(choose(viewer, {})).rejects.toMatchObject({ code: 'not-yours' });
    await expect(change(viewer, {}, { action: 'retire' })).rejects.toMatchObject({ code: 'not-yours' });
  });
});

describe('changing many', () => {
  const changes: [string, BulkChange, string, string][] = [
    ['a topic to be added', { action: 'add-topic', topic: 'warm' }, `select count(*)::int from asset_topics where topic = 'warm'`, 'more'],
    [
      'a topic to be taken away',
      { action: 'remove-topic', topic: 'company' },
      `select count(*)::int from asset_topics where topic = 'company'`,
      'fewer',
    ],
    [
      'them to pause',
      { action: 'pause', until: '2027-01-04' },
      `select count(*)::int from sessions where paused_until = '2027-01-04'`,
      'more',
    ],
    ['them to have closed', { action: 'retire' }, `select count(*)::int from asset_search where tier = 0`, 'fewer'],
    [
      'them to be checked',
      { action: 'check' },
      `select count(*)::int from assets where last_checked_at = '${TEST_NOW.toISOString()}'`,
      'more',
    ],
  ];
  it.each(changes)('lets %s, and all is as it was when that is taken back', async (_what, asked, counting, how) => {
    const { viewer } = await signIn(runs, 'coordinator');
    const count = async () => (await query<{ count: number }>(counting))[0]?.count ?? 0;
    const found = async () => runs.everything(['assets', 'revisions', 'occurrences']);
    const [before, stood] = [await count(), await found()];
    const id = await change(viewer, groups, asked);
    expect(await runs.view(viewer, id)).toMatchObject({ state: 'done', mayUndo: true, counts: { changed: expect.any(Number) } });
    const after = await count();
    expect(how === 'more' ? after > before : after < before).toBe(true);
    await runs.undo(viewer, id);
    expect((await runs.view(viewer, id)).undone.kept).toBeUndefined();
    expect(await count()).toBe(before);
    const now = await found();
    for (const table of Object.keys(stood)) expect([table, now[table]]).toEqual([table, stood[table]]);
  });

  it('keeps a trace of who did it, and leaves what somebody has changed since', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const id = await change(viewer, { q: 'mend and natter' }, { action: 'add-topic', topic: 'warm' });
    const [revision] = await query<{ made_by: string }>('select made_by from revisions order by id desc limit 1');
    expect(revision?.made_by).toBe(`account:${viewer.accountId}`);
    await query(`update assets set version = version + 1, summary = 'Ours now' where slug = 'mend-and-natter'`);
    await runs.undo(viewer, id);
    expect(await runs.view(viewer, id)).toMatchObject({ state: 'undone', undone: { kept: 1 } });
  });

  it('is not begun when other things fit by now', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const filter = BulkFilter.parse(groups);
    await expect(beginBulk(runs.deps, viewer, { filter, change: { action: 'retire' }, seen: 1 })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('passes over what has left the patch meanwhile, and says so', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const { count } = await choose(viewer, groups);
    const id = await beginBulk(runs.deps, viewer, { filter: BulkFilter.parse(groups), change: { action: 'retire' }, seen: count });
    await query(`update assets set area_id = (select id from areas where slug = 'bryn-melyn') where slug = 'mend-and-natter'`);
    await runs.work();
    expect(await runs.view(viewer, id)).toMatchObject({ counts: { changed: count - 1, refused: 1 } });
    expect(await runs.rows(viewer, id, 'refused')).toMatchObject([{ name: 'Mend and Natter', reason: 'lies outside your patch' }]);
  });

  it('can be taken back for a day, and no longer', async () => {
    const { viewer } = await signIn(runs, 'coordinator');
    const id = await change(viewer, { q: 'mend and natter' }, { action: 'retire' });
    const clock = movingClock();
    clock.pass(25 * 3_600_000);
    const { undoRun } = await import('../../api/runs/move-import.ts');
    await expect(undoRun({ ...runs.deps, clock }, viewer, id)).rejects.toMatchObject({ code: 'gone' });
  });
});
