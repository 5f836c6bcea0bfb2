import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JudgedSample, openJudgedSample } from './judged-sample.ts';

describe('the judged queries', () => {
  let sample: JudgedSample;
  beforeAll(async () => {
    sample = await openJudgedSample();
  });
  afterAll(() => sample?.close());

  const queries = () => sample.groups.flatMap((group) => group.queries);
  const inGroup = (wanted: string) => sample.groups.find(({ name }) => name === wanted)?.queries ?? [];

  it('are more than two hundred, and no sort of them is a handful or most of them', () => {
    expect(queries().length).toBeGreaterThanOrEqual(240);
    for (const { name, queries: some } of sample.groups) {
      expect(some.length, name).toBeGreaterThanOrEqual(15);
      expect(some.length, name).toBeLessThanOrEqual(queries().length / 4);
    }
  });

  it('ask nothing twice', () => {
    const asked = queries().map(({ query, near }) => `${query.toLowerCase()} near ${near ?? ''}`);
    expect(asked.filter((query, position) => asked.indexOf(query) !== position)).toEqual([]);
  });

  it('name nothing that is not on the site, or no longer shown there', async () => {
    const shown = await sample.deps.db.query<{ slug: string }>('test-shown', `select document ->> 'slug' as slug from asset_search`);
    const known = new Set(shown.map(({ slug }) => slug));
    const named = queries().flatMap(({ query, grades }) => [...grades.keys()].map((slug) => ({ query, slug })));
    expect(named.filter(({ slug }) => !known.has(slug))).toEqual([]);
  });

  it('have a good answer each, but for what is not to be found here', () => {
    const hasGood = (grades: ReadonlyMap<string, number>) => [...grades.values()].some((grade) => grade >= 2);
    const wrong = sample.groups.flatMap(({ name, queries: some }) =>
      some.filter(({ grades }) => (name === 'nothing' ? grades.size > 0 : !hasGood(grades))),
    );
    expect(wrong.map(({ query }) => query)).toEqual([]);
  });

  it('lead people in need to services alone', async () => {
    const services = await sample.deps.db.query<{ slug: string }>('test-services', 'select slug from signposts');
    const known = new Set(services.map(({ slug }) => slug));
    const named = inGroup('services').flatMap(({ grades }) => [...grades.keys()]);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((slug) => !known.has(slug))).toEqual([]);
  });
});
