import type { Queryable } from '../db/database.ts';
import { noOwnEntries, type OwnEntries } from './own-entries.ts';
import { joinedTopics, ownPhrases, ownSynonyms, wordsVersion } from './own-entry-queries.ts';
import { type WatchedVocabulary, watchVocabulary } from './vocabulary.ts';
import type { WatchOptions } from './watch-file.ts';

/** The shipped lists with what stewards set on the desk. */
export interface LiveVocabulary extends WatchedVocabulary {
  /** Asks the database whether anything was set since; each process does so twice a second, so that no search waits for it. Never rejects. */
  refresh(): Promise<void>;
}

export function createLiveVocabulary(db: Queryable, folder: string, { warn = () => undefined, ...options }: WatchOptions): LiveVocabulary {
  let own = noOwnEntries;
  let version = 0;
  let isAway = false;
  return {
    ...watchVocabulary(folder, { ...options, warn, own: () => own }),
    async refresh() {
      try {
        const standing = await wordsVersion(db);
        if (standing !== version) {
          // Read after its number: what is set in between is read now, and once more at the next turn.
          own = await readOwnEntries(db);
          version = standing;
        }
        isAway = false;
      } catch (error) {
        if (!isAway) warn(`The words that stewards set could not be read (${error instanceof Error ? error.message : error}).`);
        isAway = true;
      }
    },
  };
}

async function readOwnEntries(db: Queryable): Promise<OwnEntries> {
  const [phrases, synonyms, joined] = await Promise.all([ownPhrases(db), ownSynonyms(db), joinedTopics(db)]);
  return { phrases, synonyms, joined: new Map(joined.map(({ slug, into_slug }) => [slug, into_slug])) };
}
