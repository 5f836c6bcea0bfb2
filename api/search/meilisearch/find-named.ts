import { boxAround } from '../../geo/box-around.ts';
import type { NameQuery } from '../asset-index.ts';
import { isDistressWord } from '../distress-words.ts';
import { furthestStep } from '../nearness.ts';
import { queryTerms } from '../query-terms.ts';
import { queryWords } from '../query-words.ts';
import { type VocabularySource, withoutPhrases } from '../vocabulary.ts';
import { asked, wordsFor } from './asked-words.ts';
import { nearestFirst, orderHits } from './hit-order.ts';
import { boxFilters } from './place-fields.ts';
import type { MeilisearchServer } from './server.ts';

/** Enough for the best to be among them, and for those around a place: a long walk, and as far as nearness counts. */
const namesWindow = 50;
const reaches = [3_200, furthestStep];

/** What may be meant by a slip of the pen counts only where nothing is called so, and never for someone in distress. */
export async function findNamed(server: MeilisearchServer, source: VocabularySource, { text, near, limit }: NameQuery): Promise<string[]> {
  const typed = queryWords(text);
  if (typed.length === 0) return [];
  const words = wordsFor(queryTerms(typed, withoutPhrases(source.current())));
  const wide = {
    ...asked(words),
    ...{ filter: ['tier = 0'], attributesToSearchOn: ['name'], attributesToRetrieve: ['*'], showRankingScoreDetails: true },
    limit: namesWindow,
  };
  const around = near ? reaches.map((reach) => ({ ...wide, filter: [...wide.filter, ...boxFilters(boxAround(near, reach))] })) : [];
  const results = await server.search([wide, ...around]);
  const hits = results.flatMap((result) => result.hits);
  const asTyped = hits.filter((hit) => (hit._rankingScoreDetails?.typo?.typoCount ?? 0) === 0);
  const named = asTyped.length > 0 || typed.some(isDistressWord) ? asTyped : hits;
  return (near ? nearestFirst(named, near) : orderHits(named, null, words.terms)).slice(0, limit).map((hit) => hit.id);
}
