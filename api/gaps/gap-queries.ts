import type { Queryable } from '../db/database.ts';

/** The key of the newest month that anyone has noted something in: `fresh` where that is this month and it has none yet. */
export async function keyOfMonth(db: Queryable, month: string, fresh: string): Promise<string> {
  await db.query(
    'new-gap-key',
    `insert into program_facts (name, value) values ('gap-key', jsonb_build_object('month', $1::text, 'key', $2::text))
     on conflict (name) do update set value = excluded.value, updated_at = now() where program_facts.value ->> 'month' < $1::text`,
    [month, fresh],
  );
  const [row] = await db.query<{ key: string }>('gap-key', `select value ->> 'key' as key from program_facts where name = 'gap-key'`);
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
  /** How many connections have looked on this day, this one among them. */
  lookers: number;
  /** How many must look before a day counts. */
  enough: number;
}

/** Days that must count before anyone may read a term. */
const daysToRead = 3;

/**
 * One more look; the words themselves are written only with the last of the days that must count. Each process counts the lookers that it has
 * seen itself, and the most that any has seen is what holds: whoever is seen by two counts once.
 */
export const countLook = (db: Queryable, { month, area, hash, term, day, lookers, enough }: LookRow) =>
  db.query(
    'count-look',
    `insert into gaps as g (month, area, term_hash, last_day, lookers, days)
     values ($1::date, $2::text, $3::text, $5::date, $6::integer, ($6::integer >= $7::integer)::integer)
     on conflict (month, area, term_hash) do update set (looks, lookers, days, term, last_day) = (
       select g.looks + 1, now_seen, now_days,
         case when g.term is not null or now_days >= $8::integer then $4::text end,
         case when g.term is null and now_days < $8::integer then excluded.last_day end
       from (select case when g.last_day = excluded.last_day then g.lookers else 0 end as seen) before,
         lateral (select greatest(seen, excluded.lookers) as now_seen) today,
         lateral (select g.days + (seen < $7::integer and now_seen >= $7::integer)::integer as now_days) counted)`,
    [month, area, hash, term, day, lookers, enough, daysToRead],
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
