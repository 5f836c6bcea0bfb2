import type { Queryable } from '../../db/database.ts';

/** Of these words, those that the index holds in no form; an open one is known as soon as a word begins with it. */
export async function listUnknown(db: Queryable, words: { word: string; folded: string; open: boolean }[]): Promise<string[]> {
  const rows = await db.query<{ word: string }>(
    'search-list-unknown-words',
    `select asked.word from unnest($1::text[], $2::text[], $3::boolean[]) as asked (word, folded, open)
     where not exists (select from search_words s where s.word in (asked.word, asked.folded))
       and not (open and exists (select from search_words s where s.word ~>=~ asked.word and s.word ~<~ (asked.word || chr(1114111))))`,
    [words.map(({ word }) => word), words.map(({ folded }) => folded), words.map(({ open }) => open)],
  );
  return rows.map((row) => row.word);
}

/** Of these, the words that the index holds; common ones first. */
export async function listWords(db: Queryable, words: string[], limit: number): Promise<string[]> {
  const rows = await db.query<{ word: string }>(
    'search-list-known-words',
    'select word from search_words where word = any($1::text[]) order by documents desc, word limit $2::int',
    [words, limit],
  );
  return rows.map((row) => row.word);
}

/** Of these, the ones with which a word of the index begins. */
export async function listBegun(db: Queryable, beginnings: string[], limit: number): Promise<string[]> {
  const rows = await db.query<{ beginning: string }>(
    'search-list-begun-words',
    `select beginning from unnest($1::text[]) as asked (beginning)
     where exists (select from search_words s where s.word ~>=~ asked.beginning and s.word ~<~ (asked.beginning || chr(1114111)))
     limit $2::int`,
    [beginnings, limit],
  );
  return rows.map((row) => row.beginning);
}

/** Words like any of the patterns, of a length or any; common ones first. */
export async function listLikely(db: Queryable, patterns: string[], length: { shortest: number; longest: number } | null): Promise<string[]> {
  const rows = await db.query<{ word: string }>(
    'search-list-likely-words',
    `select word from search_words
     where word like any($1::text[]) and ($2::int is null or length(word) between $2::int and $3::int)
     order by documents desc, word limit 3000`,
    [patterns, length?.shortest ?? null, length?.longest ?? null],
  );
  return rows.map((row) => row.word);
}
