import type { AskDeps } from '../../api/assets/ask-index.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import type { AskedIndex } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createLiveVocabulary } from '../../api/search/live-vocabulary.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { askSearch } from '../../api/search/relevance/ask-search.ts';
import { type JudgedGroup, readJudgedQueries } from '../../api/search/relevance/judged-queries.ts';
import { listTopicsBySlug } from '../../api/search/relevance/listing-queries.ts';
import { relevanceFigures } from '../../api/search/relevance/relevance-figures.ts';
import { floorOf, type RelevanceFloors, readRelevanceFloors } from '../../api/search/relevance/relevance-floors.ts';
import { vocabularyPath } from '../../api/search/vocabulary.ts';
import type { Figure } from './figures.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';

/** Where a real Meilisearch is, if any. */
export interface MeiliServer {
  url: string | undefined;
  key: string | undefined;
}

const folder = (...parts: string[]) => inProject('tests', 'relevance', ...parts);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How well the judged queries are answered over the sample district, as of the moment they are judged at. */
export function benchRelevance(meili: MeiliServer, say: (line: string) => void): Promise<Figure[]> {
  const floors = readRelevanceFloors(folder('floors.json'));
  return withThrowawayDatabase(async ({ db }) => {
    const clock = { now: () => new Date(floors.asOf) };
    await loadSample({ db, clock }, inProject('seed-data'));
    const groups = readJudgedQueries(folder('judged'), await listTopicsBySlug(db));
    const vocabulary = createLiveVocabulary(db, vocabularyPath, {});
    const embeddedIndex = createEmbeddedIndex(db, vocabulary);
    const deps = { db, clock, log: silent, vocabulary, embeddedIndex };
    const measure = (assetIndex: AskedIndex) => figuresOf({ ...deps, assetIndex }, groups, floors);

    say('Asking what has been judged…');
    const embedded = await measure(embeddedIndex);
    if (!meili.url) {
      say('Relevance was not tried against Meilisearch: MEILI_TEST_URL and MEILI_TEST_KEY were not given.');
      return embedded;
    }
    const meilisearch = createMeilisearchIndex({ ...named(meili), vocabulary });
    await rebuildIndexes({ ...deps, copies: [meilisearch] });
    return [...embedded, ...(await measure(meilisearch))];
  });
}

async function figuresOf(deps: AskDeps, groups: JudgedGroup[], floors: RelevanceFloors): Promise<Figure[]> {
  const figures = await relevanceFigures(groups, askSearch(deps));
  return figures.flatMap((figure) => {
    const what = `${deps.assetIndex.name}, ${figure.group} (${figure.queries})`;
    const floor = floorOf(floors, figure);
    return [
      { what: `${what}: nDCG@10`, figure: percent(figure.ndcg), budget: percent(floor.ndcg), unit: '%', atLeast: true },
      { what: `${what}: found@10`, figure: percent(figure.found), budget: percent(floor.found), unit: '%', atLeast: true },
    ];
  });
}

const percent = (share: number) => Math.round(share * 1_000) / 10;
const named = ({ url, key }: MeiliServer) => ({ url: url ?? '', key: key ?? null });
