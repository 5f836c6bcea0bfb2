import type { DayPart } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { OccurrenceRow } from './occurrence-queries.ts';
import { occurrenceColumns, occurrenceJoins } from './occurrence-queries.ts';
import { conditionsOf, type WhatsOnFilters, whereItIs } from './whats-on-conditions.ts';

export interface WhatsOnRow extends OccurrenceRow {
  asset_id: string | null;
  coordinator_slug: string | null;
  coordinator_first_name: string | null;
  most_days: boolean;
  /** Where it is on this date; null when nobody is told. */
  lat: number | null;
  lng: number | null;
}

export interface DayCountRow {
  date: string;
  day_part: DayPart;
  /** All that are listed, and of these those that are on. */
  listed: number;
  on: number;
}

/** The first ones of each day, by the clock, opening hours last; `dates` in their order. */
export function occurrencesOfDays(
  db: Queryable,
  filters: WhatsOnFilters,
  { dates, offset, limit }: { dates: string[]; offset: number; limit: number },
): Promise<WhatsOnRow[]> {
  const asked = conditionsOf(filters, 4);
  const matching = `from ${asked.from} where ${asked.sql} ${timesAsked(filters, asked.next)} and o.local_date =`;
  return db.query<WhatsOnRow>(
    `whats-on${asked.name}${nameOfTimes(filters)}`,
    `select ${occurrenceColumns}, o.asset_id, o.most_days, ${whereItIs('lat')} as lat, ${whereItIs('lng')} as lng,
      c.slug as coordinator_slug, c.first_name as coordinator_first_name
    from (${asked.isNarrow ? ranked(matching) : stepped(matching)}) o
    ${occurrenceJoins} left join coordinators c on c.id = o.coordinator_id
    order by o.local_date, ${inDay}`,
    [dates, offset, limit, ...asked.values, ...timesOf(filters)],
  );
}

const inDay = 'o.most_days, o.starts_at, o.asset_id, o.coordinator_id';

/** Where most things match, a few steps along the index of each day find enough of them. */
const stepped = (matching: string) => `
  select o.* from unnest($1::date[]) as day (date)
  cross join lateral (select o.* ${matching} day.date order by ${inDay} offset $2::int limit $3::int) o`;

/** Where few things match, all of them are found at once and counted off. */
const ranked = (matching: string) => `
  select * from (select o.*, row_number() over (partition by o.local_date order by ${inDay}) as place ${matching} any($1::date[]) ${aroundDays}) o
  where o.place > $2::int and o.place <= $2::int + $3::int`;

/**
 * Says nothing new, but leads along the index of each asset's dates to the few in question. A planner who is shown the days, as for the first
 * answers of each connection, must see these bounds too: with bounds worked out on the way it took a week for a handful of dates.
 */
const aroundDays = `and o.starts_at >= ($1::date[])[1] - interval '1 day'
    and o.starts_at < ($1::date[])[cardinality($1::date[])] + interval '2 days'`;

/** Each day and part of a day that has something, whatever part was asked for; `dates` in their order. */
export function countsOfDays(db: Queryable, filters: WhatsOnFilters, dates: string[]): Promise<DayCountRow[]> {
  const asked = conditionsOf(filters, 2);
  return db.query<DayCountRow>(
    `whats-on-counts${asked.name}`,
    // A list of dates rather than from and to: of a range the planner, who sees no values, expects next to nothing.
    `select o.local_date as date, o.day_part, count(*)::int as listed, (count(*) filter (where o.status <> 'cancelled'))::int as "on"
    from ${asked.from}
    where o.local_date = any($1::date[]) ${asked.isNarrow ? aroundDays : ''} and ${asked.sql}
    group by o.local_date, o.day_part`,
    [dates, ...asked.values],
  );
}

/** The first day after one on which something really is on. */
export async function nextDay(db: Queryable, filters: WhatsOnFilters, after: string): Promise<string | null> {
  const asked = conditionsOf(filters, 2);
  const [row] = await db.query<{ date: string }>(
    `whats-on-next${asked.name}${nameOfTimes(filters)}`,
    `select o.local_date as date
    from ${asked.from}
    where o.local_date > $1::date and o.status <> 'cancelled' and ${asked.sql} ${timesAsked(filters, asked.next)}
    order by o.local_date
    limit 1`,
    [after, ...asked.values, ...timesOf(filters)],
  );
  return row?.date ?? null;
}

const timesOf = ({ times }: WhatsOnFilters) => (times.length > 0 ? [times] : []);
const nameOfTimes = ({ times }: WhatsOnFilters) => (times.length > 0 ? '-times' : '');
const timesAsked = ({ times }: WhatsOnFilters, next: number) => (times.length > 0 ? `and o.day_part = any($${next}::text[])` : '');
