import type { Queryable } from '../db/database.ts';
import { saveKinds, saveTerms, saveTopics } from './district-queries.ts';
import type { Vocabularies } from './read-sample.ts';

export async function loadVocabularies(tx: Queryable, { kinds, topics, terms }: Vocabularies): Promise<void> {
  await saveKinds(tx, kinds);
  await saveTopics(tx, topics);
  await saveTerms(tx, terms);
}
