import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAsset } from '../../api/assets/find-asset.ts';
import { loadAssetState, type StandingAsset } from '../../api/assets/load-asset-state.ts';
import { type AssetSave, saveAsset } from '../../api/assets/save-asset.ts';
import { AssetState } from '../../api/contract/asset-state.ts';
import type { EditedMeanwhile } from '../../api/errors.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { assetState, sessionState } from './asset-state-fixture.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
const by = { accountId: null, name: 'coordinator' };

beforeAll(async () => {
  deps = await createTestDeps('sample');
});
afterAll(() => deps.close());

const save = (saving: AssetSave) => deps.db.transaction((tx) => saveAsset(tx, deps.clock.now(), saving));
const standing = async (id: string) => (await loadAssetState(deps.db, id)) as StandingAsset;
const rows = (table: string) =>
  deps.db.query<{ n: number }>(`count-${table}`, `select count(*)::int as n from ${table}`).then(([row]) => row?.n);
describe('saving a new asset', () => {
  it('makes its row, topics, times, dates, revision, index row and outbox line, and it is read back as it was given', async () => {
    const exception = { on_date: '2026-12-24', change: 'cancelled' as const, to_date: null, to_time: null, note: 'Christmas Eve' };
    const event = {
      ...{
        id: null,
        name: 'Kite day',
        name_cy: null,
        summary: 'All on the hill.',
        summary_cy: null,
        venue_id: null,
        starts_on: '2026-12-12',
      },
      ...{ start_time: '14:00', minutes: 120, cost_type: 'free' as const, cost_pence: null, cost_note: null, cancelled: false, note: null },
    };
    const state = assetState({ topics: ['make'], sessions: [sessionState({ exceptions: [exception] })], events: [event] });
    const outbox = (await rows('outbox')) ?? 0;
    const { id, slug, version } = await save({ state, by, of: null });
    expect([slug, version]).toEqual(['kite-makers', 1]);
    const { state: now } = await standing(id);
    const unnamed = {
      ...now,
      sessions: now.sessions.map((each) => ({ ...each, id: null })),
      events: now.events.map((each) => ({ ...each, id: null })),
    };
    expect(unnamed).toEqual(state);
    expect(AssetState.parse(now)).toEqual(now);
    const page = await findAsset(deps, slug);
    expect(page.dates.map(({ starts_at, status }) => [starts_at.slice(0, 16), status]).slice(0, 6)).toEqual([
      ['2026-11-26T10:00', 'on'],
      ['2026-12-03T10:00', 'on'],
      ['2026-12-10T10:00', 'on'],
      ['2026-12-12T14:00', 'on'],
      ['2026-12-17T10:00', 'on'],
      ['2026-12-24T10:00', 'cancelled'],
    ]);
    expect(await rows('outbox')).toBe(outbox + 1);
    const [revision] = await deps.db.query<{
      made_by: string;
      snapshot: { name: string; topics: string[]; sessions: { exceptions: object[] }[] };
    }>('last-revision', 'select made_by, snapshot from revisions where subject_id = $1::uuid', [id]);
    expect(revision).toMatchObject({ made_by: 'coordinator', snapshot: { name: 'Kite Makers', topics: ['make'] } });
    expect(revision?.snapshot.sessions[0]?.exceptions).toHaveLength(1);
    const [document] = await deps.db.query<object>(
      'its-document',
      `select kind, topics from asset_search where id = 'asset-' || $1::text`,
      [id],
    );
    expect(document).toEqual({ kind: 'group', topics: ['make'] });
  });

  it('gives two of one name addresses of their own, also when both are saved at once', async () => {
    const both = await Promise.all([1, 2].map(() => save({ state: assetState({ name: 'Two Kites' }), by, of: null })));
    expect(new Set(both.map(({ slug }) => slug)).size).toBe(2);
    expect(both.map(({ slug }) => slug)).toContain('two-kites');
  });

  it('of which nothing is published is nowhere to be found', async () => {
    const { id, slug } = await save({ state: assetState({ status: 'draft' }), by, of: null });
    await expect(findAsset(deps, slug)).rejects.toThrow('This is not here');
    expect(await deps.db.query('no-document', `select from asset_search where id = 'asset-' || $1::text`, [id])).toEqual([]);
  });

  it('is refused with a topic that there is not', async () => {
    await expect(save({ state: assetState({ topics: ['unheard-of'] }), by, of: null })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is refused whole when a rule gives no dates', async () => {
    const before = await rows('assets');
    const never = sessionState({ rule: 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2' });
    await expect(save({ state: assetState({ sessions: [never] }), by, of: null })).rejects.toMatchObject({
      code: 'bad-request',
      fields: [{ field: 'sessions.0.rule' }],
    });
    expect(await rows('assets')).toBe(before);
  });
});

describe('saving a change', () => {
  const make = async (given = {}) =>
    standing((await save({ state: assetState({ sessions: [sessionState()], ...given }), by, of: null })).id);

  it('keeps its address and the ids of its times, so that calendars know them again', async () => {
    const before = await make({ name: 'Old Name' });
    const [session] = before.state.sessions;
    if (!session) throw new Error('it has a session');
    const sessions = [{ ...session, start_time: '11:00' }, sessionState({ rule: 'FREQ=MONTHLY;BYDAY=2TU', start_time: '14:00' })];
    const after = await save({
      state: { ...before.state, name: 'New Name', sessions },
      by: { accountId: 'a-1', name: 'Rosa' },
      of: before,
    });
    expect([after.slug, after.version]).toEqual(['old-name', 2]);
    const now = await standing(before.id);
    expect(now.state.sessions.map(({ id, start_time }) => [id === session.id, start_time])).toEqual([
      [true, '11:00'],
      [false, '14:00'],
    ]);
    const marks = await deps.db.query<{ made_by: string }>(
      'marks',
      'select made_by from revisions where subject_id = $1::uuid order by id',
      [before.id],
    );
    expect(marks.map(({ made_by }) => made_by)).toEqual(['coordinator', 'account:a-1']);
  });

  it('that is none writes nothing', async () => {
    const before = await make();
    expect((await save({ state: before.state, by, of: before })).version).toBe(1);
    expect(await deps.db.query('revisions-of', 'select from revisions where subject_id = $1::uuid', [before.id])).toHaveLength(1);
  });

  it('of what somebody else changed meanwhile is refused with both states', async () => {
    const before = await make();
    await save({ state: { ...before.state, summary: 'Theirs.' }, by, of: before });
    const yours = { ...before.state, summary: 'Yours.' };
    const error = await save({ state: yours, by, of: before }).catch((refused: EditedMeanwhile<StandingAsset, AssetState>) => refused);
    expect(error).toMatchObject({
      code: 'edited-meanwhile',
      theirs: { version: 2, state: { summary: 'Theirs.' } },
      yours: { summary: 'Yours.' },
    });
    expect((await standing(before.id)).state.summary).toBe('Theirs.');
  });

  it('by two at the same moment is taken from one and refused to the other', async () => {
    const before = await make();
    const tried = await Promise.allSettled(
      ['One.', 'Other.'].map((summary) => save({ state: { ...before.state, summary }, by, of: before })),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot take the times of another asset', async () => {
    const [one, other] = [await make(), await make()];
    const state = { ...one.state, sessions: other.state.sessions };
    await expect(save({ state, by, of: one })).rejects.toMatchObject({ code: 'bad-request' });
    expect((await standing(other.id)).state.sessions).toEqual(other.state.sessions);
  });

  it('that closes it takes it out of the index', async () => {
    const before = await make();
    await save({ state: { ...before.state, status: 'closed' }, by, of: before });
    expect(await deps.db.query('no-document', `select from asset_search where id = 'asset-' || $1::text`, [before.id])).toEqual([]);
  });
});

it('every asset of the sample reads as a state that the contract takes', async () => {
  const ids = await deps.db.query<{ id: string }>('all-ids', 'select id from assets');
  expect(ids.length).toBeGreaterThan(100);
  for (const { id } of ids) {
    const { state } = await standing(id);
    expect(AssetState.parse(state)).toEqual(state);
  }
});
