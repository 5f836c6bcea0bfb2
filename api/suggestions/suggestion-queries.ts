import type { SuggestionType } from '../contract/suggestion.ts';
import type { Queryable } from '../db/database.ts';

export interface SuggestionInsert {
  id: string;
  type: SuggestionType;
  asset_id: string;
  text: string | null;
  reply_email: string | null;
  created_at: Date;
  /** YYYY-MM-DD. */
  delete_on: string;
  /** Slug; null: there is nobody to tell. */
  coordinator: string | null;
  /** YYYY-MM-DD; null: they are told with others the next morning. */
  told_on: string | null;
  /** In which they are answered. */
  locale: string;
}

/** False when this very suggestion is there already: a form pressed twice is one suggestion. */
export async function insertSuggestion(tx: Queryable, row: SuggestionInsert): Promise<boolean> {
  const inserted = await tx.query<{ id: string }>(
    'insert-suggestion',
    `insert into suggestions (id, type, asset_id, text, reply_email, created_at, delete_on, coordinator, told_on, locale)
     values ($1::uuid, $2::text, $3::uuid, $4::text, $5::text, $6::timestamptz, $7::date, $8::text, $9::date, $10::text)
     on conflict (id) do nothing returning id`,
    [row.id, row.type, row.asset_id, row.text, row.reply_email, row.created_at, row.delete_on, row.coordinator, row.told_on, row.locale],
  );
  return inserted.length > 0;
}

/** Answers how many went. `today` is YYYY-MM-DD. */
export async function deletePastSuggestions(db: Queryable, today: string): Promise<number> {
  const gone = await db.query<{ id: string }>(
    'delete-past-suggestions',
    'delete from suggestions where delete_on <= $1::date returning id',
    [today],
  );
  return gone.length;
}
