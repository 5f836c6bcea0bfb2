import type { TopicNames, Topics } from '../contract/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { allKinds, topicsWithCounts, topicWords } from './vocabulary-queries.ts';

/** The district's words: topics with how many assets carry each, and kinds as they are called here. */
export async function listTopics({ db }: Pick<Deps, 'db'>): Promise<Topics> {
  const [topics, kinds] = await Promise.all([topicsWithCounts(db), allKinds(db)]);
  return { topics, kinds };
}

/** For who needs the words alone: counting takes longer the more there is. */
export async function listTopicNames({ db }: Pick<Deps, 'db'>): Promise<TopicNames> {
  const [topics, kinds] = await Promise.all([topicWords(db), allKinds(db)]);
  return { topics, kinds };
}
