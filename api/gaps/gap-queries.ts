import type { Queryable } from '../db/database.ts';

/** The key of that month: this one unless the month has one already. */
export async function keyOfMonth(db: Queryable, month: string, fresh: string): Promise<string> {
  const [row] = await db.query<{ key: string }>(
    'gap-key-of-month',
    `insert into program_facts (name, value) values ('gap-key', jsonb_build_object('month', $1::text, 'key', $2::text))
     on conflict (name) do update set updated_at = now(),
       value = case when program_facts.value ->> 'month' = $1::text then program_facts.value else excluded.value end
     returning value ->> 'key' as key`,
    [month, fresh],
  );
  return row?.key ?? fresh;
}

export interface LookRow {
  month: string;
  /** Empty: none is known. */
  area: string;
  hash: string;
  term: string;
  /** YYYY-MM-DD. */
  day: string;
}

/** Days on which a term must be looked for before anyone may read it. */
const daysUnread = 2;

/** One more look; the words themselves are written only once they were looked for on a third day. */
export const countLook = (db: Queryable, { month, area, hash, term, day }: LookRow) =>
  db.query(
    'count-look',
    `insert into gaps (month, area, term_hash, last_day) values ($1::date, $2::text, $3::text, $5::date)
     on conflict (month, area, term_hash) do update set
       looks = gaps.looks + 1,
       days = gaps.days + coalesce((gaps.last_day <> excluded.last_day)::integer, 0),
       term = case when gaps.days + coalesce((gaps.last_day <> excluded.last_day)::integer, 0) > $6::integer then $4::text end,
       last_day = case when gaps.days + coalesce((gaps.last_day <> excluded.last_day)::integer, 0) > $6::integer then null
         else excluded.last_day end`,
    [month, area, hash, term, day, daysUnread],
  );

/** What nobody could read goes with its month, and everything after two years. */
export const forgetOldGaps = (db: Queryable, month: string) =>
  db.query('forget-old-gaps', `delete from gaps where month < $1::date and (term is null or month < $1::date - interval '2 years')`, [
    month,
  ]);

export interface GapRow {
  month: string;
  area: string | null;
  term: string;
  looks: number;
}

export const readableGaps = (db: Queryable, least: number) =>
  db.query<GapRow>(
    'readable-gaps',
    `select to_char(month, 'YYYY-MM') as month, nullif(area, '') as area, term, looks
     from gaps where term is not null and looks >= $1::integer
     order by month desc, looks desc, term`,
    [least],
  );
