import type { Box, Point } from '../contract/geo.ts';
import type { AccessFeature, DayPart, ListingKind, Weekday } from '../contract/vocabulary.ts';
import { occurrenceJoins } from './occurrence-queries.ts';

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

/** A session's own venue, else where its asset is. The join of `v` keeps private ones out; so must this. */
export const whereItIs = (part: 'lat' | 'lng') =>
  `case when coalesce(s.venue_id, e.venue_id) is null and a.point_privacy = 'public' and a.kind <> 'people'
    then coalesce(a.${part}, v.${part}) else v.${part} end`;

export interface Conditions {
  /** Tells apart statements that ask for different things: a letter for each. */
  name: string;
  /** The dates `o`, with all that the conditions need. */
  from: string;
  sql: string;
  values: unknown[];
  /** The number of the next value. */
  next: number;
  /** Whether it asks for more than days. */
  isNarrow: boolean;
}

/** Only what is asked stands in the statement: a planner who must allow for everything allows for nothing well. */
export function conditionsOf(filters: WhatsOnFilters, first: number): Conditions {
  const { now, assetIds, weekdays, place } = filters;
  const values: unknown[] = [];
  const names: string[] = [];
  const ask = (name: string, value: unknown, sql: (value: string) => string) => {
    names.push(name);
    values.push(value);
    return sql(`$${first + values.length - 1}`);
  };
  const always = ask('', now, ($) => `o.ends_at > ${$}::timestamptz`);
  const ofAssets = assetConditions(filters, ask);
  const ofIds = assetIds ? [ask('i', assetIds, ($) => `d.asset_id = any(${$}::uuid[])`)] : [];
  const doors = filters.doors ? [`(d.asset_id is not null or ${doorIsOpen(filters, ask)})`] : [];
  const sql = [
    always,
    ...doors,
    ...(weekdays.length > 0 ? [ask('w', weekdays, ($) => `o.weekday = any(${$}::text[])`)] : []),
    ...(place ? placeConditions(place, ask) : []),
  ].join(' and ');
  const dates = `${place && isSmall(place.box) ? datesInside(place.box, ask) : 'occurrences'} o ${place ? occurrenceJoins : ''}`;
  // What is public is what can be searched: `d` is there for no other asset.
  const searchable = ['d.asset_id is not null', ...ofIds, ...ofAssets].join(' and ');
  const from = filters.doors
    ? `${dates} left join asset_search d on d.asset_id = o.asset_id and ${searchable}
    left join coordinators c on c.id = o.coordinator_id and c.active`
    : `${dates} join (select d.asset_id from asset_search d where ${searchable} ${assetIds ? 'offset 0' : ''}) d on d.asset_id = o.asset_id`;
  return {
    name: `-${names.join('')}${filters.doors ? 'd' : ''}`,
    from,
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

/** Some 11 km high: few things lie in it, and they are looked up one by one. */
const isSmall = ({ south, north }: Box) => north - south < 0.1;

/** Of a small box the dates that might be in it: of assets there, unless they meet elsewhere, and of whatever meets at a venue there. */
function datesInside(box: Box, ask: Ask): string {
  return ask(
    'n',
    cornersOf(box),
    ($) => `(
      select n.* from asset_search p join occurrences n on n.asset_id = p.asset_id
      where ${isInside($, 'p.lat', 'p.lng')}
        and not exists (select 1 from sessions x where x.id = n.session_id and x.venue_id is not null)
        and not exists (select 1 from events x where x.id = n.event_id and x.venue_id is not null)
      union all
      select n.* from venues y
      join (select id, venue_id from sessions union all select id, venue_id from events) x on x.venue_id = y.id
      join occurrences n on coalesce(n.session_id, n.event_id) = x.id
      where ${isInside($, 'y.lat', 'y.lng')})`,
  );
}

/** Exactly where each of them is. */
function placeConditions({ box, circle }: NonNullable<WhatsOnFilters['place']>, ask: Ask): string[] {
  const inBox = ask('p', cornersOf(box), ($) => isInside($, whereItIs('lat'), whereItIs('lng')));
  if (!circle) return [inBox];
  const inCircle = ask(
    'c',
    [circle.centre.lat, circle.centre.lng, circle.radiusMetres],
    ($) => `2 * 6371008.8 * asin(least(1, sqrt(power(sin(radians(${whereItIs('lat')} - (${$}::float8[])[1]) / 2), 2)
      + cos(radians((${$}::float8[])[1])) * cos(radians(${whereItIs('lat')})) * power(sin(radians(${whereItIs('lng')} - (${$}::float8[])[2]) / 2), 2))))
      <= (${$}::float8[])[3]`,
  );
  return [inBox, inCircle];
}

const cornersOf = ({ west, south, east, north }: Box) => [west, south, east, north];

const isInside = (corners: string, lat: string, lng: string) =>
  `${lng} between (${corners}::float8[])[1] and (${corners}::float8[])[3] and ${lat} between (${corners}::float8[])[2] and (${corners}::float8[])[4]`;
