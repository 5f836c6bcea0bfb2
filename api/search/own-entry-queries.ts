import type { Queryable } from '../db/database.ts';
import type { OwnEntries } from './own-entries.ts';

/** Rises with each change of the words; changes are made one after the other. */
export async function wordsVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    'words-version',
    `select coalesce(max(id), 0) as version from settings_changes where setting in ('phrase', 'synonyms', 'join')`,
  );
  return row?.version ?? 0;
}

export const ownPhrases = (db: Queryable) =>
  db.query<OwnEntries['phrases'][number]>('words-own-phrases', 'select phrases, topics, words, language from own_phrases order by id');

export const ownSynonyms = (db: Queryable) =>
  db.query<OwnEntries['synonyms'][number]>('words-own-synonyms', 'select words, replaces from own_synonyms order by id');

export const joinedTopics = (db: Queryable) =>
  db.query<{ slug: string; into_slug: string }>('words-joined-topics', 'select slug, into_slug from joined_topics');
