import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAssets } from '../../api/assets/search-assets.ts';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { createTestDeps } from '../support/test-deps.ts';

/** The sample district on Monday 23 November 2026. */
let deps: Awaited<ReturnType<typeof createTestDeps>>;
beforeAll(async () => {
  deps = await createTestDeps('sample');
});
afterAll(() => deps?.close());

const search = (q: string, more: Record<string, unknown> = {}) => searchAssets(deps, AssetQuery.parse({ q, per_page: 100, ...more }));
const found = ({ items }: Awaited<ReturnType<typeof search>>, slug: string) => items.find((item) => item.slug === slug);

describe('what has no fixed times', () => {
  it.each([
    ['park on a tuesday', 'teasel-park-field', 'a place that is always there'],
    ['warm tuesday evening', 'regal-foyer-sofas', 'what is open usually'],
    ['hall tuesday evening', 'riverside-hall-for-hire', 'what goes by arrangement'],
    ['coffee tomorrow', 'cafe-calon-on-the-bridge', 'what is open usually, and has dates on another day'],
  ])('is found by a day all the same: “%s” finds %s, %s', async (q, slug) => {
    expect(found(await search(q), slug)).toMatchObject({ times_not_fixed: true });
  });

  it('stands after what is surely on, also on the second page', async () => {
    const whole = await search('', { day: 'tuesday', time: 'evening' });
    const flags = whole.items.map(({ times_not_fixed }) => times_not_fixed === true);
    expect(flags).toContain(true);
    expect(flags.lastIndexOf(false)).toBe(flags.indexOf(true) - 1);
    const pages = [];
    for (let page = 1; page <= Math.ceil(whole.items.length / 7); page += 1)
      pages.push(...(await search('', { day: 'tuesday', time: 'evening', per_page: 7, page })).items);
    expect(pages.slice(0, whole.items.length).map((item) => item.times_not_fixed === true)).toEqual(flags);
  });

  it('is not what is out of season: an open-air pool in November is closed', async () => {
    expect(found(await search('lido on a tuesday'), 'weir-lido-open-swim')).toBeUndefined();
  });

  it('is said of nothing that is on then, and of nothing when no time is asked for', async () => {
    expect(found(await search('coffee on sunday'), 'cafe-calon-on-the-bridge')).not.toHaveProperty('times_not_fixed');
    for (const item of (await search('park')).items) expect(item).not.toHaveProperty('times_not_fixed');
  });

  it('is counted for every day and part of it', async () => {
    const { facets, total } = await search('', { day: 'tuesday', time: 'evening' });
    expect(facets.day.tuesday).toBe(total);
    expect(facets.time.evening).toBe(total);
  });
});
