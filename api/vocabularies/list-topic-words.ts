import type { TopicWords } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { topicWords } from './vocabulary-queries.ts';

/** What each topic is called, in the district's order. */
export const listTopicWords = (db: Queryable): Promise<TopicWords[]> => topicWords(db);
