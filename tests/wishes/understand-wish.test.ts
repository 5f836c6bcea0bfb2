import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAssets } from '../../api/assets/search-assets.ts';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { createTestDeps } from '../support/test-deps.ts';

/** What people type, against the sample district on Monday 23 November 2026. */
let deps: Awaited<ReturnType<typeof createTestDeps>>;
beforeAll(async () => {
  deps = await createTestDeps('sample');
});
afterAll(() => deps?.close());

const search = (q: string, more: Record<string, unknown> = {}) => searchAssets(deps, AssetQuery.parse({ q, ...more }));
const filtersOf = (page: Awaited<ReturnType<typeof search>>) => Object.assign({}, ...page.understood.map(({ filters }) => filters));

describe('one box for wish, place and time', () => {
  it.each<[string, string, Record<string, string>]>([
    ['knitting near QX3 2AB', 'knitting', { near: 'QX3 2AB' }],
    ['somewhere warm on tuesday evening near QX3 2AB', 'somewhere warm', { day: 'tuesday', time: 'evening', near: 'QX3 2AB' }],
    ['tuesday evening near QX3 2AB somewhere warm', 'somewhere warm', { day: 'tuesday', time: 'evening', near: 'QX3 2AB' }],
    ['choir within a walk of Llanderw', 'choir', { within: '1200', near: 'Llanderw' }],
    ['choir within a mile of Llanderw', 'choir', { within: '1600', near: 'Llanderw' }],
    ['choir near Llanderw on wednesday', 'choir', { day: 'wednesday', near: 'Llanderw' }],
    ['step free choir', 'choir', { access: 'step-free' }],
    ['choir in welsh near Llanderw', 'choir', { language: 'cy', near: 'Llanderw' }],
    ['arabic', '', { language: 'ar' }],
    ['sunday in Llanderw', '', { day: 'sunday', near: 'Llanderw' }],
    ['Llanderw tomorrow', '', { on: '2026-11-24', near: 'Llanderw' }],
    ['anything free this weekend', '', { cost: 'free', from: '2026-11-28', to: '2026-11-29' }],
    ['canu nos Wener ger Llanderw', 'canu', { day: 'friday', time: 'evening', near: 'Llanderw' }],
    ['something to do with my dad on sunday', 'something to do with my dad', { day: 'sunday' }],
  ])('“%s”', async (q, words, filters) => {
    const page = await search(q);
    expect(page.words).toBe(words);
    expect(filtersOf(page)).toEqual(filters);
    expect(page.total).toBeGreaterThan(0);
  });

  it('puts what is around a village that is named before what is called so and far away, from either box', async () => {
    const named = await search('coffee in Llanderw');
    const metres = named.items.slice(0, 5).map(({ distance_metres }) => distance_metres ?? Number.NaN);
    expect(Math.max(...metres)).toBeLessThan(7_000);
    expect(named.items.some(({ distance_metres }) => (distance_metres ?? 0) > 8_000)).toBe(true);
    const given = await search('coffee', { near: 'Llanderw' });
    expect(given.items.map(({ slug }) => slug)).toEqual(named.items.map(({ slug }) => slug));
  });

  it('finds the same as the words and filters asked for one by one', async () => {
    const said = await search('somewhere warm on tuesdays free near QX3 2AB');
    const chosen = await search('somewhere warm', { day: 'tuesday', cost: 'free', near: 'QX3 2AB' });
    expect(said.items.map(({ slug }) => slug)).toEqual(chosen.items.map(({ slug }) => slug));
    expect(said.facets).toEqual(chosen.facets);
  });

  it('lets what is asked for win over what is guessed', async () => {
    const page = await search('choir on sunday', { day: 'tuesday' });
    expect(page.understood).toEqual([]);
    expect(page.words).toBe('choir on sunday');
  });

  it.each([
    ['choir in Narnia', 'choir', 'Narnia'],
    ['knitting near xanadu', 'knitting', 'xanadu'],
    ['gwau ger Xanadu', 'gwau', 'Xanadu'],
    ['choir near Xanadu on tuesday', 'choir', 'Xanadu'],
  ])('says of “%s” that it does not know the place, and looks for the rest', async (q, words, place) => {
    const page = await search(q);
    expect(page).toMatchObject({ words, unknown_place: place, notice_code: 'unknown-place', notice_about: place, near: null });
    expect(page.notice).toContain(`a place called ${place}`);
    expect(page.total).toBeGreaterThan(0);
  });

  it.each([
    'in stitches',
    'in the park',
    'men in sheds',
    'interested in Kabaddi',
    'choir near Llan',
    'walk near water',
    'tea near the chruch',
  ])('takes no words for a place it does not know that are none: “%s”', async (q) => {
    expect(await search(q)).toMatchObject({ words: q, unknown_place: null });
  });

  it('takes no language that nothing here is held in', async () => {
    expect(await search('swahili speaking')).toMatchObject({ words: 'swahili speaking', understood: [] });
  });

  it('leaves a distance unsaid where no place is known, and asks for one', async () => {
    const page = await search('choir within walking distance');
    expect(page.understood).toEqual([{ type: 'distance', text: 'within walking distance', filters: {} }]);
    expect(page.notice).toMatch(/^Tell us where you are/);
    expect(page.total).toBe((await search('choir')).total);
  });

  it('looks for words as they stand between quotation marks', async () => {
    const page = await search('“free lunch”');
    expect(page.understood).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['tuesday lunch club', 'tuesday-lunch-club-tanners-row'],
    ['wednesday stitchers', 'needle-and-thread-abbey'],
    ['Friday walking football', 'walking-football-rec'],
    ['tuesday table', 'hopton-tuesday-table'],
    ['cawl dydd mercher', 'cawl-dydd-mercher'],
    ['llyfrau nos lun', 'llyfrau-nos-lun'],
    ['tuesday lunch club near QX3 2AB', 'tuesday-lunch-club-tanners-row'],
    ['half past two', 'half-past-two'],
    ['kestrel quiet room', 'kestrel-quiet-room'],
  ])('stand before filters: “%s”', async (q, slug) => {
    const page = await search(q);
    expect(page.items[0]?.slug).toBe(slug);
    expect(page.understood.filter(({ type }) => type !== 'place')).toEqual([]);
  });

  it('that hold only some of the words hold nothing back: “free tuesday lunch club”', async () => {
    const page = await search('free tuesday lunch club');
    expect(filtersOf(page)).toEqual({ cost: 'free' });
  });

  it('in another order are looked for as they stand when the filters leave nothing, and that is said', async () => {
    const page = await search('bridge may morning', { kind: 'story' });
    expect(page.items[0]?.slug).toBe('may-day-on-the-bridge');
    expect(page).toMatchObject({ words: 'bridge may morning', understood: [] });
    expect(page.notice).toBe('Nothing was left with “morning” as a filter, so we looked for the words as they stand.');
    expect(page).toMatchObject({ notice_code: 'filters-left-nothing', notice_about: '“morning”' });
  });
});

describe('phrases', () => {
  it('bring who is lonely to company, nearest first, services last', async () => {
    const page = await search('lonely near QX3 2AB');
    expect(page.meant).toMatchObject([{ phrase: 'lonely', topics: ['company'] }]);
    for (const item of page.items.slice(0, 10)) expect([item.type, item.topics]).toEqual(['asset', expect.arrayContaining(['company'])]);
  });

  it.each([
    ['my knees won’t let me run any more', 'bridge-end-rovers-walking-football'],
    ['I’m good with wood', 'seiri-yr-inclen'],
    ['miss my wife', 'missing-you-cafe-st-beunos'],
    ['just moved here', 'peg-and-biscuit-walk-with-you'],
    ['somewhere to take the kids when it rains', 'toy-train-library'],
    ['cant get out much', 'peg-and-biscuit-walk-with-you'],
    ['hoffi canu', 'cor-y-bont'],
    ['angen paned', 'clwb-clebran-calon'],
  ])('“%s” finds %s', async (q, slug) => {
    const page = await search(q, { per_page: 100 });
    expect(page.items.map((item) => item.slug)).toContain(slug);
  });
});
