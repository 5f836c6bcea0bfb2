import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadListings } from '../../api/assets/load-listings.ts';
import { searchAssets } from '../../api/assets/search-assets.ts';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import type { SettingName } from '../../api/contract/settings.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { nextDates } from '../../api/sessions/next-dates.ts';
import { applySettings } from '../../api/settings/apply-settings.ts';
import { changeSetting, undoChange } from '../../api/settings/change-setting.ts';
import { listSettingChanges, listSettings } from '../../api/settings/list-settings.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
let steward: SignedIn;
beforeAll(async () => {
  deps = await createTestDeps('sample');
  steward = (await signIn({ deps }, 'steward')).viewer;
});
afterAll(() => deps?.close());

const query = <Row extends object>(text: string, values: unknown[] = []) => deps.db.query<Row>(`test ${text.slice(0, 50)}`, text, values);
const set = (setting: SettingName, subject: string | null, values: object | null) =>
  changeSetting(deps, steward, { setting, subject, values });
async function added(setting: SettingName, values: object): Promise<string> {
  const saved = await set(setting, null, values);
  if ('wrong' in saved) throw new Error(JSON.stringify(saved.wrong));
  return saved.subject;
}
const undoLast = async () => undoChange(deps, steward, (await listSettingChanges(deps, steward, {}))[0]?.id ?? 0);
const stateOf = async (setting: SettingName, subject: string) => (await listSettings(deps, steward, { setting, subject }))[0]?.state;
const find = async (q: string) => (await searchAssets(deps, AssetQuery.parse({ q, per_page: 50 }))).items.map(({ name }) => name);

describe('what stewards set', () => {
  it('is kept with who, when and what stood before, and taken back by the last change', async () => {
    const before = await stateOf('texts', 'district');
    await set('texts', 'district', { ...before, strapline: 'Come on in' });
    const [change] = await listSettingChanges(deps, steward, {});
    expect(change).toMatchObject({
      setting: 'texts',
      verb: 'changed',
      by: steward.name,
      at: deps.clock.now().toISOString(),
      mayUndo: true,
    });
    await undoLast();
    expect(await stateOf('texts', 'district')).toEqual(before);
    expect((await listSettingChanges(deps, steward, {})).map(({ mayUndo }) => mayUndo).slice(0, 2)).toEqual([true, false]);
  });

  it('is not taken back once somebody has changed it otherwise', async () => {
    const before = await stateOf('texts', 'district');
    await set('texts', 'district', { ...before, strapline: 'First' });
    await query(`update district set strapline = 'By an import'`);
    expect(await undoLast()).toEqual({ wrong: [{ field: null, wrong: 'changed-since' }] });
    expect(await stateOf('texts', 'district')).toMatchObject({ strapline: 'By an import' });
  });

  it('says which box is wrong, and nothing is changed', async () => {
    const count = async () => (await query('select 1 from settings_changes')).length;
    const before = await count();
    expect(
      await set('signpost', null, { name: ' ', summary: 'x', web: 'nonsense', crisis: false, topics: [], areas: [], status: 'published' }),
    ).toEqual({
      wrong: [
        { field: 'name', wrong: 'missing' },
        { field: 'web', wrong: 'not-an-address' },
      ],
    });
    expect(await set('term', null, { name: 'Odd', starts_on: '2027-02-01', ends_on: '2027-01-01' })).toEqual({
      wrong: [{ field: 'ends_on', wrong: 'ends-before' }],
    });
    expect(await set('holiday', null, { name: 'No day', month_day: '02-30', note: 'x', open_topics: [] })).toMatchObject({
      wrong: [{ field: 'month_day' }],
    });
    expect(await count()).toBe(before);
  });

  it('is for stewards alone, and the attempt is noted', async () => {
    const { viewer } = await signIn({ deps }, 'coordinator');
    const change = { setting: 'topic', subject: 'mend', values: null } as const;
    await expect(changeSetting(deps, viewer, change)).rejects.toMatchObject({ code: 'not-yours' });
    await expect(listSettings(deps, viewer, { setting: 'signpost' })).rejects.toMatchObject({ code: 'not-yours' });
    expect(await query(`select 1 from refused_actions where action = 'vocabulary.edit'`)).toHaveLength(1);
  });
});

describe('a service', () => {
  it('is found at once when it is added, keeps its revisions, and is found no more when it is retired', async () => {
    const values = { name: 'Zebra Helpline', summary: 'Talk to us.', crisis: true, topics: [], areas: [], status: 'published' };
    const id = await added('signpost', values);
    expect(await find('zebra helpline')).toEqual(['Zebra Helpline']);
    await set('signpost', id, { ...values, status: 'hidden' });
    expect(await find('zebra helpline')).toEqual([]);
    await undoLast();
    expect(await find('zebra helpline')).toEqual(['Zebra Helpline']);
    expect(await query('select made_by from revisions where subject_id = $1::uuid', [id])).toEqual(
      Array(3).fill({ made_by: steward.name }),
    );
  });
});

describe('a topic', () => {
  const carriers = (topic: string) =>
    query<{ asset_id: string }>('select asset_id from asset_topics where topic = $1::text order by 1', [topic]);

  it('in use cannot be taken away, only put together with another, and parted again', async () => {
    expect(await set('topic', 'mend', null)).toEqual({ wrong: [{ field: null, wrong: 'topic-in-use' }] });
    const [mend, make] = [await carriers('mend'), await carriers('make')];
    expect(mend.length).toBeGreaterThan(0);
    await set('join', 'mend', { into: 'make' });
    expect(await carriers('mend')).toEqual([]);
    const both = new Set([...mend, ...make].map(({ asset_id }) => asset_id));
    expect(new Set((await carriers('make')).map(({ asset_id }) => asset_id))).toEqual(both);
    const phrases = [...deps.vocabulary.current().phrases.values()];
    expect(phrases.some(({ topics }) => topics.includes('mend'))).toBe(false);
    await undoLast();
    expect(await carriers('mend')).toEqual(mend);
    expect(await carriers('make')).toEqual(make);
    expect(await stateOf('join', 'mend')).toBeUndefined();
  });

  it('that nobody uses comes and goes', async () => {
    const slug = await added('topic', { label: 'Fly kites', wish: 'fly a kite', position: 99 });
    expect(slug).toBe('fly-kites');
    await set('topic', slug, null);
    expect(await stateOf('topic', slug)).toBeUndefined();
    await undoLast();
    expect(await stateOf('topic', slug)).toMatchObject({ label: 'Fly kites' });
  });
});

describe('a half-life', () => {
  it('moves the words on freshness at once, and the order of the search after the next turn', async () => {
    const [asset] = await query<{ id: string }>(
      `select id from assets where kind = 'group' and status = 'published' and last_checked_by <> 'resident'
      and last_checked_at between $1::timestamptz - interval '40 days' and $1::timestamptz - interval '15 days' limit 1`,
      [deps.clock.now()],
    );
    const id = asset?.id ?? '';
    const freshness = async () => (await loadListings(deps, [id], null)).get(id)?.checked?.freshness;
    const standing = async () =>
      (
        await query<{ standing: number }>(`select (document ->> 'standing')::int as standing from asset_search where asset_id = $1::uuid`, [
          id,
        ])
      )[0]?.standing;
    await applySettings(deps);
    const [words, order] = [await freshness(), await standing()];
    expect(words).toBe('fresh');
    const kind = await stateOf('kind', 'group');
    await set('kind', 'group', { ...kind, half_life_days: 14 });
    expect(await freshness()).not.toBe('fresh');
    expect(await standing()).toBe(order);
    expect(await applySettings(deps)).toBe(true);
    expect(await standing()).not.toBe(order);
    expect(await applySettings(deps)).toBe(false);
    await undoLast();
    expect(await freshness()).toBe('fresh');
  });

  it('and the letter on the pin stay with one kind', async () => {
    const kind = await stateOf('kind', 'group');
    expect(await set('kind', 'group', { ...kind, letter: 'P' })).toEqual({ wrong: [{ field: 'letter', wrong: 'letter-taken' }] });
  });
});

describe('a holiday', () => {
  it('lets all rest but what goes on all the same, from the next turn on', async () => {
    const [date] = await query<{ asset_id: string; local_date: string }>(
      `select o.asset_id, o.local_date from occurrences o where o.asset_id is not null and o.status = 'on' and o.local_date > '2027-01-05'
      order by o.starts_at limit 1`,
    );
    const { asset_id, local_date } = date ?? { asset_id: '', local_date: '' };
    const status = async () =>
      (
        await query<{ status: string; note: string | null }>(
          'select status, note from occurrences where asset_id = $1::uuid and local_date = $2::date',
          [asset_id, local_date],
        )
      )[0];
    const values = { name: 'Our day', month_day: local_date.slice(5), note: 'it is our day', open_topics: [] as string[] };
    const id = await added('holiday', values);
    await applySettings(deps);
    expect(await status()).toEqual({ status: 'cancelled', note: 'it is our day' });
    expect((await nextDates(deps.db, [asset_id], new Date(`${local_date}T00:00:00Z`))).get(asset_id)?.starts_at ?? '').not.toContain(
      local_date,
    );
    const topics = await query<{ topic: string }>('select topic from asset_topics where asset_id = $1::uuid', [asset_id]);
    await set('holiday', id, { ...values, open_topics: topics.map(({ topic }) => topic) });
    await applySettings(deps);
    expect((await status())?.status).toBe('on');
    await set('holiday', id, null);
  });
});
