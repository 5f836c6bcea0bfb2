import type { Box, Point } from '../contract/geo.ts';
import type { AccessFeature, DayPart, ListingKind, Weekday } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { OccurrenceRow } from './occurrence-queries.ts';
import { occurrenceColumns, occurrenceJoins } from './occurrence-queries.ts';

/** What is asked of dates. Values in one list are ORed, lists are ANDed; an empty list asks for nothing. */
export interface WhatsOnFilters {
  /** What is over by then is left out. */
  now: Date;
  /** Null: all that are public. */
  assetIds: string[] | null;
  /** Whether coordinators' open doors stand among them. */
  doors: boolean;
  weekdays: Weekday[];
  times: DayPart[];
  areas: string[];
  kinds: ListingKind[];
  topics: string[];
  free: boolean;
  access: AccessFeature[];
  languages: string[];
  justTurnUp: boolean;
  bringSomeone: boolean;
  /** Where it must be: inside the box and, when there is a circle, inside that too. */
  place: { box: Box; circle: { centre: Point; radiusMetres: number } | null } | null;
}

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

/** The first ones of each day, by the clock, opening hours last. */
export function occurrencesOfDays(
  db: Queryable,
  filters: WhatsOnFilters,
  { dates, offset, limit }: { dates: string[]; offset: number; limit: number },
): Promise<WhatsOnRow[]> {
  const asked = conditionsOf(filters, 4);
  const matching = `from occurrences o ${asked.joins} where ${asked.sql} ${timesAsked(filters, asked.next)} and o.local_date =`;
  return db.query<WhatsOnRow>(
    `whats-on${asked.name}${nameOfTimes(filters)}`,
    `select ${occurrenceColumns}, o.asset_id, o.most_days, ${point('lat')} as lat, ${point('lng')} as lng,
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
  select * from (select o.*, row_number() over (partition by o.local_date order by ${inDay}) as place ${matching} any($1::date[])) o
  where o.place > $2::int and o.place <= $2::int + $3::int`;

/** Each day and part of a day that has something, whatever part was asked for. */
export function countsOfDays(db: Queryable, filters: WhatsOnFilters, dates: string[]): Promise<DayCountRow[]> {
  const asked = conditionsOf(filters, 2);
  return db.query<DayCountRow>(
    `whats-on-counts${asked.name}`,
    // A list of dates rather than from and to: of a range the planner, who sees no values, expects next to nothing.
    `select o.local_date as date, o.day_part, count(*)::int as listed, (count(*) filter (where o.status <> 'cancelled'))::int as "on"
    from occurrences o ${asked.joins}
    where o.local_date = any($1::date[]) and ${asked.sql}
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
    from occurrences o ${asked.joins}
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

/** A session's own venue, else where its asset is. The join of `v` keeps private ones out; so must this. */
const point = (part: 'lat' | 'lng') =>
  `case when coalesce(s.venue_id, e.venue_id) is null and a.point_privacy = 'public' and a.kind <> 'people'
    then coalesce(a.${part}, v.${part}) else v.${part} end`;

interface Conditions {
  /** Tells apart statements that ask for different things: a letter for each. */
  name: string;
  joins: string;
  sql: string;
  values: unknown[];
  /** The number of the next value. */
  next: number;
  /** Whether it asks for more than days. */
  isNarrow: boolean;
}

/** Only what is asked stands in the statement: a planner who must allow for everything allows for nothing well. */
function conditionsOf(filters: WhatsOnFilters, first: number): Conditions {
  const { now, assetIds, weekdays, place } = filters;
  const values: unknown[] = [];
  const names: string[] = [];
  const ask = (name: string, value: unknown, sql: (value: string) => string) => {
    names.push(name);
    values.push(value);
    return sql(`$${first + values.length - 1}`);
  };
  const always = ask('', now, ($) => `o.ends_at > ${$}::timestamptz`);
  const ofAssets = assetConditions(filters, ask).join(' and ');
  const doors = filters.doors ? `(d.asset_id is not null or ${doorIsOpen(filters, ask)})` : 'd.asset_id is not null';
  const sql = [
    always,
    doors,
    ...(assetIds ? [ask('i', assetIds, ($) => `o.asset_id = any(${$}::uuid[])`)] : []),
    ...(weekdays.length > 0 ? [ask('w', weekdays, ($) => `o.weekday = any(${$}::text[])`)] : []),
    ...(place ? placeConditions(place, ask) : []),
  ].join(' and ');
  // What is public is what can be searched: `d` is there for no other asset.
  const joins = `${place ? occurrenceJoins : ''}
    left join asset_search d on d.asset_id = o.asset_id ${ofAssets && `and ${ofAssets}`}
    left join coordinators c on c.id = o.coordinator_id and c.active`;
  return {
    name: `-${names.join('')}${filters.doors ? 'd' : ''}`,
    joins,
    sql,
    values,
    next: first + values.length,
    isNarrow: names.length > 1,
  };
}

type Ask = (name: string, value: unknown, sql: (value: string) => string) => string;

function assetConditions({ areas, kinds, topics, free, access, languages, justTurnUp, bringSomeone }: WhatsOnFilters, ask: Ask): string[] {
  const is = (column: 'just_turn_up' | 'bring_someone') => `exists (select 1 from assets w where w.id = d.asset_id and w.${column})`;
  return [
    ...(areas.length > 0 ? [ask('a', areas, ($) => `d.areas && ${$}::text[]`)] : []),
    ...(kinds.length > 0 ? [ask('k', kinds, ($) => `d.kind = any(${$}::text[])`)] : []),
    ...(topics.length > 0 ? [ask('t', topics, ($) => `d.topics && ${$}::text[]`)] : []),
    ...(free ? [ask('f', true, ($) => `(d.document -> 'free')::boolean = ${$}::boolean`)] : []),
    ...(access.length > 0 ? [ask('x', access, ($) => `d.document -> 'access' ?| ${$}::text[]`)] : []),
    ...(languages.length > 0 ? [ask('l', languages, ($) => `d.document -> 'languages' ?| ${$}::text[]`)] : []),
    ...(justTurnUp ? [ask('u', true, ($) => `${is('just_turn_up')} = ${$}::boolean`)] : []),
    ...(bringSomeone ? [ask('b', true, ($) => `${is('bring_someone')} = ${$}::boolean`)] : []),
  ];
}

function doorIsOpen({ areas }: WhatsOnFilters, ask: Ask): string {
  if (areas.length === 0) return 'c.id is not null';
  return ask(
    'h',
    areas,
    ($) => `c.id is not null and exists (
      select 1 from area_coordinators x join areas r on r.id = x.area_id
      where x.coordinator_id = o.coordinator_id and r.slug = any(${$}::text[])
        and x.starts_on <= o.local_date and (x.ends_on is null or x.ends_on >= o.local_date))`,
  );
}

function placeConditions({ box, circle }: NonNullable<WhatsOnFilters['place']>, ask: Ask): string[] {
  const inBox = ask('p', [box.west, box.south, box.east, box.north], ($) => {
    const inside = (lat: string, lng: string) =>
      `${lng} between (${$}::float8[])[1] and (${$}::float8[])[3] and ${lat} between (${$}::float8[])[2] and (${$}::float8[])[4]`;
    // First those that might be there, of which there are few; then exactly where each of them is.
    return `(o.asset_id in (select asset_id from asset_search where ${inside('lat', 'lng')})
        or o.session_id in (select x.id from sessions x join venues y on y.id = x.venue_id where ${inside('y.lat', 'y.lng')})
        or o.event_id in (select x.id from events x join venues y on y.id = x.venue_id where ${inside('y.lat', 'y.lng')}))
        and ${inside(point('lat'), point('lng'))}`;
  });
  if (!circle) return [inBox];
  const inCircle = ask(
    'c',
    [circle.centre.lat, circle.centre.lng, circle.radiusMetres],
    ($) => `2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(${point('lat')} - (${$}::float8[])[1]) / 2), 2)
      + cos(radians((${$}::float8[])[1])) * cos(radians(${point('lat')})) * power(sin(radians(${point('lng')} - (${$}::float8[])[2]) / 2), 2))))
      <= (${$}::float8[])[3]`,
  );
  return [inBox, inCircle];
}
