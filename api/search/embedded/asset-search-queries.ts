import type { Queryable } from '../../db/database.ts';
import type { AssetSearchRow } from './asset-search-row.ts';

/** `facet_codes` as hexadecimal text. */
export type StoredRow = AssetSearchRow & { facet_codes: string };

export async function putRows(db: Queryable, rows: StoredRow[]): Promise<void> {
  await db.query(
    'search-put-rows',
    `insert into asset_search (id, slug, tier, kind, name_sort, folded_name, words, topics, areas, days, dates, times, free, access, languages,
       next_at, lat, lng, quality, document, facet_codes)
     select id, slug, tier, kind, name_sort, folded_name, words::tsvector, topics, areas, days, dates, times, free, access, languages,
       next_at, lat, lng, quality, document, decode(facet_codes, 'hex')
     from jsonb_to_recordset($1::jsonb) as row (id text, slug text, tier smallint, kind text, name_sort text, folded_name text, words text,
       topics text[], areas text[], days text[], dates text[], times text[], free boolean, access text[], languages text[],
       next_at timestamptz, lat double precision, lng double precision, quality smallint, document jsonb, facet_codes text)
     order by id
     on conflict (id) do update set slug = excluded.slug, tier = excluded.tier, kind = excluded.kind, name_sort = excluded.name_sort,
       folded_name = excluded.folded_name, words = excluded.words, topics = excluded.topics, areas = excluded.areas, days = excluded.days,
       dates = excluded.dates, times = excluded.times, free = excluded.free, access = excluded.access, languages = excluded.languages,
       next_at = excluded.next_at, lat = excluded.lat, lng = excluded.lng, quality = excluded.quality, document = excluded.document,
       facet_codes = excluded.facet_codes
     where asset_search.document is distinct from excluded.document or asset_search.words is distinct from excluded.words
       or asset_search.facet_codes is distinct from excluded.facet_codes`,
    [JSON.stringify(rows)],
  );
}

export async function deleteRows(db: Queryable, ids: string[]): Promise<void> {
  await db.query('search-delete-rows', 'delete from asset_search where id = any($1::text[])', [ids]);
}

/** Ids that stand in the index after `after`, in order. */
export async function listRowIds(db: Queryable, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-row-ids',
    'select id from asset_search where id > $1::text order by id limit $2::int',
    [after, limit],
  );
  return rows.map((row) => row.id);
}

/** The words that stand in these rows: what may be gone from the list once they change. */
export async function listWordsOf(db: Queryable, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ word: string }>(
    'search-list-words-of',
    `select distinct word from asset_search, unnest(tsvector_to_array(words)) as word where id = any($1::text[])`,
    [ids],
  );
  return rows.map((row) => row.word);
}

/** Touches no word that is there already, so that writers of common words never wait for each other. */
export async function addWords(db: Queryable, words: string[]): Promise<void> {
  await db.query(
    'search-add-words',
    `insert into search_words (word, documents)
     select word, 1 from unnest($1::text[]) as wanted (word)
     where not exists (select from search_words s where s.word = wanted.word) order by word
     on conflict do nothing`,
    [words],
  );
}

/** Of these words, those that no row holds any more. */
export async function dropUnusedWords(db: Queryable, words: string[]): Promise<void> {
  await db.query(
    'search-drop-unused-words',
    `delete from search_words s using unnest($1::text[]) as gone (word)
     where s.word = gone.word and not exists (select from asset_search a where a.words @@ quote_literal(gone.word)::tsquery)`,
    [words],
  );
}

/** The whole list anew, with how many documents hold each word. */
export async function recountWords(db: Queryable): Promise<void> {
  await db.query(
    'search-recount-words',
    `with counted as (select word, ndoc from ts_stat('select words from asset_search') where word !~ '^\\^' and length(word) >= 3 and word !~ '[0-9]'),
       gone as (delete from search_words s where not exists (select from counted c where c.word = s.word))
     insert into search_words (word, documents) select word, ndoc from counted order by word
     on conflict (word) do update set documents = excluded.documents where search_words.documents <> excluded.documents`,
  );
}
