import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logConnection } from '../../api/connections/log-connection.ts';
import { sumConnections } from '../../api/connections/sum-connections.ts';
import { takeBackConnection } from '../../api/connections/take-back-connection.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';

const clock = movingClock();
let base: Awaited<ReturnType<typeof createTestDeps>>;
let assetId: string;
beforeAll(async () => {
  base = await createTestDeps('sample');
  const [row] = await base.db.query<{ id: string }>('asset', "select id from assets where slug = 'mend-and-natter'");
  assetId = row?.id ?? '';
});
afterAll(() => base.close());
beforeEach(() => base.db.query('forget', 'delete from connections').then(() => base.db.query('forget-checks', 'delete from checks')));

const deps = () => ({ ...base, clock });
const checks = () => base.db.query('checks', 'select by_kind from checks order by id');
const counted = () => base.db.query('counted', 'select area, month::text, what, count from connections order by what');
const standing = async () =>
  (
    await base.db.query<object>('standing', 'select last_checked_by as by, last_checked_at as at from assets where id = $1::uuid', [
      assetId,
    ])
  )[0];

describe('a connection', () => {
  it('is one more in the month of its area', async () => {
    for (const what of ['told', 'told', 'introduced'] as const) await logConnection(deps(), { assetId, what, by: 'coordinator' });
    expect(await counted()).toEqual([
      { area: 'abbey-and-riverside', month: '2026-11-01', what: 'introduced', count: 1 },
      { area: 'abbey-and-riverside', month: '2026-11-01', what: 'told', count: 2 },
    ]);
    expect(await sumConnections(deps(), ['abbey-and-riverside'], '2026-11-01')).toEqual(
      expect.arrayContaining([{ what: 'told', of_institution: false, count: 2 }]),
    );
  });

  it('counts as a check by whoever made it, the first of a day', async () => {
    for (const by of ['builder', 'builder', 'coordinator'] as const) await logConnection(deps(), { assetId, what: 'told', by });
    expect(await checks()).toEqual([{ by_kind: 'builder' }, { by_kind: 'coordinator' }]);
    expect(await standing()).toEqual({ by: 'coordinator', at: clock.now() });
    clock.pass(86_400_000);
    await logConnection(deps(), { assetId, what: 'walked-along', by: 'builder' });
    expect(await standing()).toEqual({ by: 'builder', at: clock.now() });
  });

  it('can be taken back with its check, and all stands as before', async () => {
    clock.pass(86_400_000);
    const before = await standing();
    const mark = await logConnection(deps(), { assetId, what: 'told', by: 'coordinator' });
    expect(await takeBackConnection(deps(), mark)).toBe(true);
    expect([await counted(), await checks(), await standing()]).toEqual([[], [], before]);
    expect(await takeBackConnection(deps(), mark), 'twice').toBe(false);
  });

  it('of what is not there is refused', async () => {
    await expect(logConnection(deps(), { assetId: '00000000-0000-4000-8000-000000000000', what: 'told', by: 'builder' })).rejects.toThrow(
      'not here',
    );
  });

  it('leaves nothing that says who: no person, no account, no day', async () => {
    await logConnection(deps(), { assetId, what: 'told', by: 'coordinator' });
    const columns = await base.db.query<{ name: string }>(
      'columns',
      `select table_name || '.' || column_name as name from information_schema.columns where table_name in ('connections', 'asset_views') order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'asset_views.asset_id',
      'asset_views.day',
      'asset_views.views',
      'connections.area',
      'connections.asset_id',
      'connections.count',
      'connections.month',
      'connections.what',
    ]);
  });
});
