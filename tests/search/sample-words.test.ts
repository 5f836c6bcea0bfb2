import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDeps } from '../support/test-deps.ts';
import { noFilters } from './asked.ts';

/** Words as people type them, against the sample district and its vocabulary. */
describe('the sample district', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  beforeAll(async () => {
    deps = await createTestDeps('sample');
  });
  afterAll(() => deps?.close());

  async function find(text: string, limit = 100) {
    const { ids } = await deps.embeddedIndex.search({ text, filters: noFilters, sort: 'relevance', offset: 0, limit });
    const rows = await deps.db.query<{ id: string; slug: string; topics: string[] }>(
      'test-found',
      `select id, document ->> 'slug' as slug, topics from asset_search where id = any($1::text[])`,
      [ids],
    );
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }
  const slugs = async (text: string, limit?: number) => (await find(text, limit)).map((row) => row.slug);

  it.each([
    ['suicide', 'lantern-line'],
    ['suicidal', 'lantern-line'],
    ['suicde', 'lantern-line'],
    ['want to die', 'lantern-line'],
    ['self harm', 'lantern-line'],
    ['self-harm', 'nhs-111'],
    ['depressed', 'haven-mind-team'],
    ['abuse', 'safe-step'],
    ['domestic violence', 'safe-step'],
    ['rape', 'after-harm-centre'],
    ['hungry', 'aberhaven-food-bank'],
    ['homeless', 'marches-night-desk'],
    ['homeless', 'housing-options'],
    ['crisis', 'lantern-line'],
    ['crisis', 'emergency-999'],
    ["can't afford heating", 'warm-homes-line'],
    ['dementia', 'memory-nurses'],
    ['debt', 'marches-advice-centre'],
    ['eviction', 'housing-options'],
    ['alcohol', 'clear-water-recovery'],
    ['hunanladdiad', 'lantern-line'],
  ])('leads from “%s” to %s', async (text, slug) => {
    expect(await slugs(text)).toContain(slug);
  });

  it.each(['suicide', 'self harm', 'abuse', 'domestic violence', 'rape', 'debt', 'crisis'])(
    'finds nothing but services for “%s”',
    async (text) => {
      expect((await find(text)).filter((row) => row.id.startsWith('asset-'))).toEqual([]);
    },
  );

  it('shows cafés to who asks for coffee, and not whatever mentions tea', async () => {
    const found = await slugs('coffee');
    expect(found).toEqual(expect.arrayContaining(['quarry-cafe-cooperative', 'caffi-r-bont-cynnes']));
    expect(found).not.toContain('pel-droed-cerdded-llanderw');
  });

  it.each(['bowls', 'bingo', 'dominoes'])(
    'takes “%s” for just that, and not for everything else that is played in company',
    async (text) => {
      expect((await slugs(text, 1_000)).length).toBeLessThan(20);
    },
  );

  it('puts choirs first for “choir”', async () => {
    expect((await slugs('choir', 5)).sort()).toEqual([
      'ashwell-green-singers',
      'cor-bryn-melyn',
      'cor-meibion-y-castell',
      'cor-y-bont',
      'six-tongues-choir',
    ]);
  });

  it('finds what to do with one’s hands, and company for who is lonely', async () => {
    const making = (await find('something to do with my hands', 12)).filter((row) => row.topics.includes('make'));
    expect(making.length).toBeGreaterThanOrEqual(6);
    for (const text of ['lonely', 'company']) {
      const found = await find(text, 1_000);
      const all = await deps.db.query(`test-company`, `select 1 as one from asset_search where topics @> '{company}' and tier = 0`);
      expect(found.filter((row) => row.topics.includes('company') && row.id.startsWith('asset-'))).toHaveLength(all.length);
    }
  });
});
