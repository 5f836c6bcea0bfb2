import type { SuggestionType } from '../contract/suggestion.ts';
import type { Queryable } from '../db/database.ts';

export interface ToldToday {
  of_asset: number;
  of_coordinator: number;
}

/** Held until the commit, so that those who write at the same moment are counted one after the other. */
export async function holdToldToday(
  tx: Queryable,
  { coordinator, assetId, today }: { coordinator: string; assetId: string; today: string },
): Promise<ToldToday> {
  await tx.query('hold-telling', `select pg_advisory_xact_lock(hashtextextended('telling ' || $1::text, 0))`, [coordinator]);
  const [row] = await tx.query<ToldToday>(
    'told-today',
    `select count(*) filter (where asset_id = $2::uuid)::int as of_asset, count(*)::int as of_coordinator
     from suggestions where coordinator = $1::text and told_on = $3::date`,
    [coordinator, assetId, today],
  );
  return row ?? { of_asset: 0, of_coordinator: 0 };
}

/** Slugs of coordinators who have not been told of something said before `dayBegan`. */
export async function coordinatorsToTell(db: Queryable, dayBegan: Date): Promise<string[]> {
  const rows = await db.query<{ coordinator: string }>(
    'coordinators-to-tell',
    `select distinct coordinator from suggestions where told_on is null and coordinator is not null and created_at < $1::timestamptz order by 1`,
    [dayBegan],
  );
  return rows.map(({ coordinator }) => coordinator);
}

export interface UntoldRow {
  type: SuggestionType;
  text: string | null;
  reply_email: string | null;
  /** YYYY-MM-DD. */
  delete_on: string;
  slug: string;
  name: string;
  name_cy: string | null;
}

/** All of them count as told with this, in the order in which they were said. */
export const takeUntold = (tx: Queryable, { coordinator, dayBegan, today }: { coordinator: string; dayBegan: Date; today: string }) =>
  tx.query<UntoldRow>(
    'take-untold',
    `with taken as (
       update suggestions set told_on = $3::date where coordinator = $1::text and told_on is null and created_at < $2::timestamptz returning *
     )
     select t.type, t.text, t.reply_email, t.delete_on::text, a.slug, a.name, a.name_cy
     from taken t join assets a on a.id = t.asset_id order by a.name, a.slug, t.created_at, t.id`,
    [coordinator, dayBegan, today],
  );
