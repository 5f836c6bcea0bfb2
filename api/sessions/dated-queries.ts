import type { DayPart, Weekday } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { type OccurrenceRow, occurrenceColumns, occurrenceJoins } from './occurrence-queries.ts';

/** A date with what a calendar needs to know it again after it was moved, and to say where it is. */
export interface DatedRow extends OccurrenceRow {
  asset_id: string | null;
  coordinator_slug: string | null;
  coordinator_first_name: string | null;
  /** The date that its rule gave it, before anyone moved it. */
  rule_date: string;
  most_days: boolean;
  /** When the date itself was last changed, and when anything that a calendar says of it. */
  date_changed_at: Date;
  changed_at: Date;
  venue_address: string | null;
  venue_postcode: string | null;
  lat: number | null;
  lng: number | null;
}

export interface DatedSubjects {
  assetIds: string[];
  /** Slugs of coordinators, for their open doors. */
  coordinators: string[];
}

/** What is asked of dates; an empty list asks for nothing. */
export interface DatesAsked {
  weekdays: Weekday[];
  times: DayPart[];
  /** The first day, YYYY-MM-DD; null: what began before and is not over counts too. */
  from: string | null;
}

/**
 * The dates of some assets and open doors that are not over by `after` and begin before `until`, soonest first, cancelled ones included;
 * a moved one once, on its new day. `limit` null: all.
 */
export const datedOccurrences = (
  db: Queryable,
  { assetIds, coordinators }: DatedSubjects,
  { after, until, limit, ...asked }: DatesAsked & { after: Date; until: Date; limit: number | null },
) =>
  db.query<DatedRow>(
    'dated-occurrences',
    `select ${occurrenceColumns}, o.asset_id, c.slug as coordinator_slug, c.first_name as coordinator_first_name,
      coalesce((o.moved_from at time zone 'Europe/London')::date, o.local_date) as rule_date, o.most_days,
      o.changed_at as date_changed_at, greatest(o.changed_at, a.updated_at, c.updated_at) as changed_at,
      v.address as venue_address, v.postcode as venue_postcode,
      ${pointOf('lat')}, ${pointOf('lng')}
    -- Each by its own index: asked as one condition with an "or", every date there is would be read.
    from (
      select * from occurrences where asset_id = any($1::uuid[]) and starts_at < $4::timestamptz
      union all
      select * from occurrences
      where coordinator_id in (select id from coordinators where slug = any($2::text[]) and active) and starts_at < $4::timestamptz
    ) o ${occurrenceJoins}
    left join coordinators c on c.id = o.coordinator_id
    where o.moved_to is null and o.ends_at > $3::timestamptz
      and ($5::date is null or o.local_date >= $5::date)
      and (cardinality($6::text[]) = 0 or o.weekday = any($6::text[]))
      and (cardinality($7::text[]) = 0 or o.day_part = any($7::text[]))
    order by o.starts_at, o.asset_id, o.session_id
    limit $8::int`,
    [assetIds, coordinators, after, until, asked.from, asked.weekdays, asked.times, limit],
  );

/** Of where it happens; of the asset itself only when that is for everyone to know. */
const pointOf = (part: 'lat' | 'lng') =>
  `case when v.id is not null then v.${part} when a.point_privacy = 'public' and a.kind <> 'people' then a.${part} end as ${part}`;
