import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { askSearch } from '../../api/search/relevance/ask-search.ts';
import { type Ask, relevanceFigures } from '../../api/search/relevance/relevance-figures.ts';
import { floorOf, readRelevanceFloors } from '../../api/search/relevance/relevance-floors.ts';
import { watchVocabulary } from '../../api/search/vocabulary.ts';
import { clearPlace, notTried, realMeilisearch } from '../support/real-meilisearch.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { type JudgedSample, openJudgedSample } from './judged-sample.ts';

const place = realMeilisearch();
const floors = readRelevanceFloors(inProject('tests', 'relevance', 'floors.json'));
/** Some hundred searches one after the other, on a machine that has other things to do. */
const patienceMs = 120_000;

let sample: JudgedSample;
beforeAll(async () => {
  sample = await openJudgedSample();
});
afterAll(() => sample?.close());

describe('what the search answers', () => {
  it('is judged as of the moment at which the tests stand', () => {
    expect(new Date(floors.asOf)).toEqual(TEST_NOW);
  });

  it('is good enough from the embedded index', () => expectFloorsKept(askSearch(sample.deps)), patienceMs);

  if (place) {
    afterAll(() => clearPlace(place));
    it(
      'is good enough from Meilisearch',
      async () => {
        const assetIndex = createMeilisearchIndex({ ...place, vocabulary: watchVocabulary() });
        const deps = { ...sample.deps, assetIndex };
        await rebuildIndexes({ ...deps, copies: [assetIndex] });
        await expectFloorsKept(askSearch(deps));
      },
      patienceMs,
    );
  } else {
    it(notTried, () => {
      expect(place).toBeNull();
    });
  }

  it('is services alone for people in need', async () => {
    const services = await sample.deps.db.query<{ slug: string }>('test-signposts', 'select slug from signposts');
    const known = new Set(services.map(({ slug }) => slug));
    const ask = askSearch(sample.deps);
    const crowded = [];
    for (const judged of sample.groups.find(({ name }) => name === 'services')?.queries ?? []) {
      const others = (await ask(judged)).filter((slug) => !known.has(slug));
      if (others.length > 0) crowded.push({ query: judged.query, others });
    }
    expect(crowded).toEqual([]);
  });

  it(
    'is far below the floors when it is the answer to the query before',
    async () => {
      const queries = sample.groups.flatMap((group) => group.queries);
      const answers = new Map<unknown, string[]>();
      const ask = askSearch(sample.deps);
      for (const [position, query] of queries.entries()) answers.set(queries[(position + 1) % queries.length], await ask(query));
      await expectFarBelow(async (query) => answers.get(query) ?? []);
    },
    patienceMs,
  );

  it('is far below the floors when it is always what most queries want', async () => {
    const wanted = new Map<string, number>();
    for (const { grades } of sample.groups.flatMap((group) => group.queries)) {
      for (const [slug, grade] of grades) wanted.set(slug, (wanted.get(slug) ?? 0) + grade);
    }
    const favourites = [...wanted].sort(([, one], [, other]) => other - one).map(([slug]) => slug);
    await expectFarBelow(async () => favourites.slice(0, 10));
  });

  it('is perfect when it is what was judged best', async () => {
    const figures = await relevanceFigures(sample.groups, async ({ grades }) =>
      [...grades].sort(([, one], [, other]) => other - one).map(([slug]) => slug),
    );
    for (const figure of figures) expect(figure).toMatchObject({ ndcg: 1, found: 1 });
  });
});

async function expectFloorsKept(ask: Ask): Promise<void> {
  for (const figure of await relevanceFigures(sample.groups, ask)) {
    const floor = floorOf(floors, figure);
    expect.soft(figure.ndcg, `nDCG@10 of ${figure.group}`).toBeGreaterThanOrEqual(floor.ndcg);
    expect.soft(figure.found, `found@10 of ${figure.group}`).toBeGreaterThanOrEqual(floor.found);
  }
}

async function expectFarBelow(ask: Ask): Promise<void> {
  const figures = await relevanceFigures(sample.groups, ask);
  const all = figures.find(({ group }) => group === 'all');
  const floor = floors.floors.all;
  expect(all?.ndcg).toBeLessThan((floor?.ndcg ?? 0) / 3);
  expect(all?.found).toBeLessThan((floor?.found ?? 0) / 2);
}
