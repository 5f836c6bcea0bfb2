import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireShortlists } from '../../api/shortlists/expire-shortlists.ts';
import { keepShortlist } from '../../api/shortlists/keep-shortlist.ts';
import { openShortlist } from '../../api/shortlists/open-shortlist.ts';
import { showShortlist } from '../../api/shortlists/show-shortlist.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
beforeAll(async () => {
  deps = await createTestDeps('sample');
});
afterAll(() => deps.close());

const dayMs = 86_400_000;
const later = (days: number) => ({ ...deps, clock: { now: () => new Date(deps.clock.now().getTime() + days * dayMs) } });
const setStatus = (slug: string, status: string) =>
  deps.db.query('set-status', 'update assets set status = $2::text where slug = $1::text', [slug, status]);

describe('a shortlist', () => {
  it('shows what was kept in its order, and the week of it', async () => {
    const { items, missing, week } = await showShortlist(deps, ['mend-and-natter', 'cor-y-bont']);
    expect(items.map(({ slug }) => slug)).toEqual(['mend-and-natter', 'cor-y-bont']);
    expect(missing).toBe(0);
    expect(week.map(({ listing }) => listing?.slug)).toEqual(['cor-y-bont', 'mend-and-natter']);
  });

  it('counts what is not shown any more and does not tell it from what never was', async () => {
    await setStatus('cor-y-bont', 'hidden');
    const shortlist = await showShortlist(deps, ['mend-and-natter', 'cor-y-bont', 'never-was-here']);
    await setStatus('cor-y-bont', 'published');
    expect(shortlist.items.map(({ slug }) => slug)).toEqual(['mend-and-natter']);
    expect(shortlist.missing).toBe(2);
    expect(JSON.stringify(shortlist)).not.toContain('cor-y-bont');
  });
});

describe('a code', () => {
  it('opens what was put behind it, until the day its holder chose', async () => {
    const { code } = await keepShortlist(deps, { ids: ['cor-y-bont', 'mend-and-natter'], days: 7 });
    const opened = await openShortlist(deps, code.toLowerCase());
    expect(opened.items.map(({ slug }) => slug)).toEqual(['cor-y-bont', 'mend-and-natter']);
    expect(opened).toMatchObject({ code, until: '2026-11-30T09:00:00.000Z', missing: 0 });
    await expect(openShortlist(later(7), code)).rejects.toMatchObject({ code: 'gone' });
  });

  it('holds ids of assets and the end of its time, and nothing else', async () => {
    const columns = await deps.db.query<{ column_name: string }>(
      'columns',
      "select column_name from information_schema.columns where table_name = 'shortlists' order by 1",
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual(['asset_ids', 'code', 'expires_at']);
  });

  it('says of a thing that was hidden since only that one is missing', async () => {
    const { code } = await keepShortlist(deps, { ids: ['cor-y-bont', 'mend-and-natter'], days: 1 });
    await setStatus('cor-y-bont', 'closed');
    const opened = await openShortlist(deps, code);
    await setStatus('cor-y-bont', 'published');
    expect([opened.items.map(({ slug }) => slug), opened.missing]).toEqual([['mend-and-natter'], 1]);
  });

  it('is not given for nothing', async () => {
    await expect(keepShortlist(deps, { ids: ['never-was-here'], days: 7 })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('lets go of what it held when its time is up, and of itself a season later', async () => {
    const rowOf = (code: string) => deps.db.query('row', 'select asset_ids from shortlists where code = $1::text', [code]);
    const { code } = await keepShortlist(deps, { ids: ['mend-and-natter'], days: 1 });
    await expireShortlists(deps);
    expect(await rowOf(code)).toEqual([{ asset_ids: [expect.any(String)] }]);
    await expireShortlists(later(1));
    expect(await rowOf(code)).toEqual([{ asset_ids: [] }]);
    await expect(openShortlist(later(2), code)).rejects.toMatchObject({ code: 'gone' });
    await expireShortlists(later(94));
    expect(await rowOf(code)).toEqual([]);
    await expect(openShortlist(later(94), code)).rejects.toMatchObject({ code: 'not-found' });
  });
});
