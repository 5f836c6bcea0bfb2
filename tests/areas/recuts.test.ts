import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAreaFinder } from '../../api/areas/area-finder.ts';
import { boundariesOn } from '../../api/areas/boundary-queries.ts';
import { carryOutRecuts } from '../../api/areas/carry-out-recuts.ts';
import { decideRecut, drawBack, undoRecut } from '../../api/areas/decide-recut.ts';
import { draftRecut } from '../../api/areas/draft-recut.ts';
import { findDrawnArea, listDeskAreas } from '../../api/areas/list-desk-areas.ts';
import { showRecut } from '../../api/areas/show-recut.ts';
import type { RecutEdit } from '../../api/contract/recut.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const today = '2026-11-23';
const split: RecutEdit = {
  ...{
    kind: 'split',
    slug: 'abbey-and-riverside',
    line: '52.25, -3.03\n52.25, -2.99',
    name: 'Lower Riverside',
    nameCy: '',
    newPart: 'smaller',
  },
};

let test: TestApp;
let clock: ReturnType<typeof movingClock>;
let sian: TestSession;
let steward: TestSession;
beforeEach(async () => {
  clock = movingClock();
  test = await createTestApp('sample', {}, { clock });
  sian = await signIn(test, 'coordinator');
  steward = await signIn(test, 'steward');
});
afterEach(() => test.close());

const rows = <Row extends object>(text: string) => test.deps.db.query<Row>(`test ${createHash('sha1').update(text).digest('hex')}`, text);
const drawn = async (by: TestSession, edit: RecutEdit): Promise<string> => {
  const id = await draftRecut(test.deps, by.viewer, edit);
  if (typeof id !== 'string') throw new Error(JSON.stringify(id));
  return id;
};
const decide = (by: TestSession, id: string, from = today) => decideRecut(test.deps, by.viewer, { id, from, people: [] });
const whereAll = async () =>
  new Map(
    (await rows<{ id: string; slug: string | null }>('select a.id, r.slug from assets a left join areas r on r.id = a.area_id')).map(
      (row) => [row.id, row.slug],
    ),
  );

/** Every asset with a place must belong to the one area it lies in. */
async function misplaced(): Promise<string[]> {
  const finder = await loadAreaFinder(test.deps.db);
  const placed = await rows<{ name: string; area_id: string | null; lat: number; lng: number }>(
    'select a.name, a.area_id, coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng from assets a left join venues v on v.id = a.venue_id where coalesce(a.lat, v.lat) is not null',
  );
  return placed.filter((asset) => (finder.areaAt(asset)?.id ?? null) !== asset.area_id).map(({ name }) => name);
}

describe('the map of areas', () => {
  it('calls them as the reader’s language does, on every page that draws it', async () => {
    const decided = await draftRecut(test.deps, sian.viewer, split);
    const pages = ['/areas', '/areas/new', '/areas/abbey-and-riverside/shape', `/boundaries/${typeof decided === 'string' ? decided : ''}`];
    const names = async (prefix: string, page: string) =>
      (await test.app.inject({ url: `${prefix}/desk${page}`, headers: { cookie: steward.cookie, accept: 'application/json' } }))
        .json<{ outlines: { name: string }[] }>()
        .outlines.map(({ name }) => name);
    for (const page of pages) {
      expect(await names('/cy', page), page).toContain('Yr Abaty a Glan-yr-afon');
      expect(await names('', page), page).toContain('Abbey and Riverside');
    }
  });
});

describe('a change of boundaries', () => {
  it('moves nothing until its day, and then what was told before', async () => {
    const before = await whereAll();
    expect(await misplaced()).toEqual([]);
    const id = await drawn(sian, split);
    const told = await showRecut(test.deps, sian.viewer, id);
    expect(told.areas.map(({ name, isNew, keepers }) => [name, isNew, keepers.map((keeper) => keeper.name)])).toEqual([
      ['Abbey and Riverside', false, ['Siân Prosser']],
      ['Lower Riverside', true, []],
    ]);
    const [flow] = told.moves;
    expect(told.moves).toHaveLength(1);
    expect(flow).toMatchObject({ from: { name: 'Abbey and Riverside' }, to: { name: 'Lower Riverside' } });
    expect(flow?.count).toBeGreaterThan(3);

    expect(await decide(sian, id, '2026-12-01')).toBe('planned');
    await carryOutRecuts(test.deps);
    expect(await whereAll()).toEqual(before);
    clock.pass(8 * dayMs);
    await carryOutRecuts(test.deps);
    const after = await whereAll();
    const moved = [...after].filter(([asset, slug]) => slug !== before.get(asset));
    expect(moved).toHaveLength(flow?.count ?? 0);
    expect(new Set(moved.map(([, slug]) => slug))).toEqual(new Set(['lower-riverside']));
    expect(await misplaced()).toEqual([]);

    const { viewer } = await signIn(test, 'coordinator');
    expect(viewer.areas.map(({ slug }) => slug)).toContain('lower-riverside');
    const public_ = await test.app.inject({ url: '/api/v1/areas/lower-riverside', headers: { 'accept-encoding': 'identity' } });
    expect(public_.json()).toMatchObject({ name: 'Lower Riverside', since: '2026-12-01', coordinators: [{ name: 'Siân Prosser' }] });
    const found = await test.app.inject({
      url: '/api/v1/assets?area=lower-riverside&per_page=100',
      headers: { 'accept-encoding': 'identity' },
    });
    expect(found.json().facets.area['lower-riverside']).toBeGreaterThan(0);
    const [kept] = await rows<{ count: number }>(
      `select count(*)::int as count from revisions where subject_type = 'asset' and made_by like 'account:%'`,
    );
    expect(kept?.count).toBe(moved.length);
  });

  it('keeps the boundary and people of every day, so that old figures add up', async () => {
    await decide(sian, await drawn(sian, split), '2026-12-01');
    clock.pass(8 * dayMs);
    await carryOutRecuts(test.deps);
    const on = async (day: string) =>
      (await boundariesOn(test.deps.db, day))
        .filter(({ slug }) => /riverside/.test(slug))
        .map(({ slug, population }) => [slug, population]);
    const now = await on('2026-12-01');
    expect(await on('2026-11-30')).toEqual([['abbey-and-riverside', 9400]]);
    expect(now.map(([slug]) => slug)).toEqual(['abbey-and-riverside', 'lower-riverside']);
    expect(now.reduce((sum, [, people]) => sum + Number(people), 0)).toBe(9400);
    expect((await findDrawnArea(test.deps, steward.viewer, 'abbey-and-riverside')).versions).toHaveLength(2);
  });

  it('is taken back until its day, and drawn back after it, to where everything was', async () => {
    const before = await whereAll();
    const id = await drawn(sian, split);
    await decide(sian, id, '2026-12-01');
    await undoRecut(test.deps, sian.viewer, id);
    clock.pass(8 * dayMs);
    await carryOutRecuts(test.deps);
    expect(await whereAll()).toEqual(before);
    await decide(sian, id, '2026-12-01');
    expect(await whereAll()).not.toEqual(before);
    const back = await drawBack(test.deps, steward.viewer, id);
    expect(await decide(steward, back ?? '', '2026-12-02')).toBe('planned');
    clock.pass(dayMs);
    await carryOutRecuts(test.deps);
    expect(await whereAll()).toEqual(before);
    expect(await misplaced()).toEqual([]);
    expect((await listDeskAreas(test.deps, steward.viewer)).areas.map(({ slug }) => slug)).not.toContain('lower-riverside');
  });

  it('joins an area with another, with what has no place of its own', async () => {
    const [castle] = await rows<{ id: string }>(`select id from areas where slug = 'castle-and-market'`);
    const id = await drawn(steward, { kind: 'give', slug: 'abbey-and-riverside', lost: castle?.id ?? '' });
    await decide(steward, id);
    const builders = await rows<{ slug: string }>('select distinct a.slug from account_areas x join areas a on a.id = x.area_id');
    expect(builders).toEqual([{ slug: 'castle-and-market' }]);
    expect(new Set((await whereAll()).values())).not.toContain('abbey-and-riverside');
    expect(await misplaced()).toEqual([]);
    expect((await test.app.inject('/areas/abbey-and-riverside')).statusCode).toBe(404);
    expect((await signIn(test, 'coordinator')).viewer.areas.map(({ slug }) => slug)).toEqual(['castle-and-market']);
  });

  it('leaves ground open only when that is wished, and says so from then on', async () => {
    const id = await drawn(steward, { kind: 'give', slug: 'marches', lost: 'nobody' });
    expect((await showRecut(test.deps, steward.viewer, id)).openSquareMetres).toBeGreaterThan(1_000_000);
    await decide(steward, id);
    expect((await listDeskAreas(test.deps, steward.viewer)).findings.map(({ type }) => type)).toContain('open');
    expect(await misplaced()).toEqual([]);
  });

  it('waits for a steward where it touches what is not the drawer’s', async () => {
    const [castle] = await rows<{ id: string }>(`select id from areas where slug = 'castle-and-market'`);
    const id = await drawn(sian, { kind: 'give', slug: 'abbey-and-riverside', lost: castle?.id ?? '' });
    expect(await decide(sian, id)).toBe('asked');
    expect((await listDeskAreas(test.deps, steward.viewer)).recuts).toMatchObject([{ id, state: 'asked', madeBy: 'Siân Prosser' }]);
    expect(await decide(steward, id)).toBe('planned');
    expect((await listDeskAreas(test.deps, steward.viewer)).recuts).toMatchObject([{ id, state: 'done' }]);
  });

  it('is not drawn by whoever only stands in, and the attempt is noted', async () => {
    await expect(draftRecut(test.deps, sian.viewer, { ...split, slug: 'castle-and-market' })).rejects.toMatchObject({ code: 'not-yours' });
    expect(await rows(`select 1 from refused_actions where action = 'area.draw'`)).toHaveLength(1);
  });

  it('is not carried out over boundaries that changed meanwhile', async () => {
    const first = await drawn(sian, split);
    const second = await drawn(sian, { ...split, name: 'Another Riverside' });
    await decide(sian, first, '2026-12-01');
    expect(await decide(sian, second, '2026-12-02')).toBe('waits');
    clock.pass(8 * dayMs);
    await carryOutRecuts(test.deps);
    expect(await decide(sian, second, '2026-12-02')).toBe('stale');
    expect(await decide(sian, first, '2026-12-02')).toBe('over');
  });

  it('takes people as typed, with their source, instead of the guess', async () => {
    const id = await drawn(sian, split);
    const { areas } = await showRecut(test.deps, sian.viewer, id);
    expect(areas.map(({ after }) => after?.populationGuessed)).toEqual([true, true]);
    await decideRecut(test.deps, sian.viewer, {
      id,
      from: today,
      people: [{ areaId: areas[1]?.id ?? '', population: 4321, source: 'Parish count' }],
    });
    const lower = (await listDeskAreas(test.deps, steward.viewer)).areas.find(({ slug }) => slug === 'lower-riverside');
    expect(lower).toMatchObject({ population: 4321, populationSource: 'Parish count', populationGuessed: false });
  });
});

describe('what wants a hand', () => {
  it('finds nothing wrong with the ground of the sample, and says who leads more people than one can know', async () => {
    const { findings, areas } = await listDeskAreas(test.deps, steward.viewer);
    expect(areas).toHaveLength(6);
    expect(findings.filter(({ type }) => type !== 'thin')).toEqual([]);
  });

  it('names areas that overlap, ground in between and an area without anybody', async () => {
    await rows(`delete from area_coordinators x using areas a where a.id = x.area_id and a.slug = 'long-meadow'`);
    const square = '52.2450, -3.0300\n52.2450, -3.0200\n52.2550, -3.0200\n52.2550, -3.0300';
    await rows(`insert into areas (slug, name) values ('over', 'Over')`);
    const ring = square.split('\n').map((line) => line.split(', ').map(Number).reverse());
    await rows(`insert into area_versions (area_id, starts_on, geometry, west, south, east, north)
      select id, '2026-01-01', '${JSON.stringify({ type: 'MultiPolygon', coordinates: [[[...ring, ring[0]]]] })}', -3.03, 52.245, -3.02, 52.255 from areas where slug = 'over'`);
    const { findings } = await listDeskAreas(test.deps, steward.viewer);
    expect(findings.filter(({ type }) => type === 'nobody').map((each) => 'area' in each && each.area.slug)).toEqual([
      'long-meadow',
      'over',
    ]);
    expect(findings.some((each) => each.type === 'overlap' && each.areas.some(({ slug }) => slug === 'over') && each.percent > 5)).toBe(
      true,
    );
  });

  it('shows a coordinator their own areas alone', async () => {
    const { areas } = await listDeskAreas(test.deps, sian.viewer);
    expect(areas.map(({ slug, mayDraw }) => [slug, mayDraw])).toEqual([
      ['abbey-and-riverside', true],
      ['castle-and-market', false],
    ]);
  });
});
