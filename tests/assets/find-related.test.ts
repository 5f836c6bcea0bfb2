import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../api/contract/asset.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

const asset = async (slug: string) => (await test.app.inject(`/api/v1/assets/${slug}`)).json<Asset>();
const slugs = (listings: { slug: string }[]) => listings.map(({ slug }) => slug);

describe('what is like it', () => {
  it.each(['mend-and-natter', 'cor-y-bont', 'tea-on-platform-one', 'abbey-ruins-and-swifts-bench'])(
    '%s: shares a topic, most in common first, and is never itself',
    async (slug) => {
      const { topics, similar } = await asset(slug);
      const shared = similar.map((listing) => listing.topics.filter((topic) => topics.includes(topic)).length);
      expect(shared.length).toBeGreaterThan(0);
      expect(Math.min(...shared)).toBeGreaterThan(0);
      expect(shared).toEqual([...shared].sort((one, other) => other - one));
      expect(slugs(similar)).not.toContain(slug);
    },
  );

  it('is not run by the same people', async () => {
    const [first] = (await asset('mend-and-natter')).similar;
    await test.deps.db.query('same-people', "update assets set run_by = 'riverside residents' where slug = $1::text", [first?.slug]);
    expect(slugs((await asset('mend-and-natter')).similar)).not.toContain(first?.slug);
  });

  it('is not what may not be seen, even while the search still knows it', async () => {
    const [first] = (await asset('cor-y-bont')).similar;
    await test.deps.db.query('hide', "update assets set status = 'hidden' where slug = $1::text", [first?.slug]);
    expect(slugs((await asset('cor-y-bont')).similar)).not.toContain(first?.slug);
  });

  it('tells no distance from where a person who offers a gift is', async () => {
    const { similar, nearby } = await asset('ifor-shows-you-how-to-whittle');
    expect(similar.length).toBeGreaterThan(0);
    expect(similar.map(({ distance_metres: distance }) => distance)).toEqual(similar.map(() => null));
    expect(nearby).toEqual([]);
  });
});

describe('what is near', () => {
  it('is within a walk, nearest first, and stands in one list only', async () => {
    const { similar, nearby } = await asset('mend-and-natter');
    const distances = nearby.map(({ distance_metres: distance }) => distance ?? Number.NaN);
    expect(distances).toHaveLength(3);
    expect(Math.max(...distances)).toBeLessThanOrEqual(1200);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    expect(slugs(nearby).filter((slug) => slugs(similar).includes(slug))).toEqual([]);
  });

  it('is nobody’s business when the place is private', async () => {
    const [row] = await test.deps.db.query<{ id: string }>(
      'private',
      "update assets set point_privacy = 'private' where slug = 'weir-dippers' returning id",
    );
    await test.deps.db.transaction((tx) => recordChange(tx, TEST_NOW, { assetIds: [row?.id ?? ''] }));
    const { similar, nearby } = await asset('weir-dippers');
    expect(nearby).toEqual([]);
    expect(similar.map(({ distance_metres: distance }) => distance)).toEqual(similar.map(() => null));
  });
});
