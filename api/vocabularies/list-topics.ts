import type { Topics } from '../contract/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { allKinds, topicsWithCounts } from './vocabulary-queries.ts';

/** The district's words: topics with how many assets carry each, and kinds as they are called here. */
export async function listTopics({ db }: Pick<Deps, 'db'>): Promise<Topics> {
  const [topics, kinds] = await Promise.all([topicsWithCounts(db), allKinds(db)]);
  return { topics, kinds };
}
