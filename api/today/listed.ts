import { type TodayAfter, todayReasons } from '../contract/today.ts';
import type { Queryable } from '../db/database.ts';
import { harmOf } from './today-rules.ts';

/** Which items somebody is asked for. */
export interface Listed {
  accountId: string;
  now: Date;
  /** Null: everywhere. */
  areaIds: string[] | null;
  /** Also what lies in no area. */
  noArea: boolean;
  after: TodayAfter | null;
  limit: number;
}

/** For an asset or proposal `a`. Parameters: $2 now, $3 areas, $4 also those in none; further ones of a sort from $10 on. Asks nothing of `a` where all is theirs. */
export const inPatch = ({ areaIds }: Pick<Listed, 'areaIds'>) =>
  areaIds === null
    ? '($3::uuid[] is null and $4::boolean is not null)'
    : '(a.area_id = any($3::uuid[]) or ($4::boolean and a.area_id is null))';
export const today = "($2::timestamptz at time zone 'Europe/London')::date";
export const seenOften = 'coalesce((select v.views from recent_views v where v.asset_id = a.id), 0)';

/** A sort: what finds its items, and what a card of it shows beside, looked up for those of the page alone. */
interface Sort {
  /** Selects `key`, `reason` and `weight`, and by what `shown` looks things up. */
  found: string;
  /** Columns, and joins to the found row `t`. */
  shown: { columns: string; joins: string };
}

/** The items of one sort in the order of the list (`compareItems`), those that were put off left out, from where the page before ended. */
export const listed = <Row extends object>(
  db: Queryable,
  sort: string,
  { found, shown }: Sort,
  { accountId, now, areaIds, noArea, after, limit }: Listed,
  more: readonly unknown[] = [],
) =>
  db.query<Row & TodayAfter & { total: number }>(
    `today-list-${sort}${areaIds === null ? '-everywhere' : ''}`,
    `select t.*, ${shown.columns} from (
       select * from (
         select i.*, array_position($5::text[], i.reason) - 1 as harm, (count(*) over ())::int as total
         from (${found}) i
         where not exists (select from put_off o where o.account_id = $1::uuid and o.item = i.key and o.until > $2::timestamptz)
       ) all_of_them
       where $6::int is null or (harm, -weight, key collate "C") > ($6::int, -$7::int, $8::text collate "C")
       order by harm, weight desc, key collate "C" limit $9::int
     ) t ${shown.joins}
     order by t.harm, t.weight desc, t.key collate "C"`,
    [accountId, now, areaIds, noArea, todayReasons, after && harmOf(after.reason), after?.weight, after?.key, limit, ...more],
  );
