import type { Queryable } from '../db/database.ts';

/** A date that was worked out ahead, with the words that go with it. */
export interface OccurrenceRow {
  subject_id: string;
  source_id: string;
  type: 'session' | 'event' | 'open-door';
  title: string | null;
  title_cy: string | null;
  starts_at: Date;
  ends_at: Date;
  local_date: string;
  status: 'on' | 'cancelled' | 'moved';
  note: string | null;
  moved_from: Date | null;
  moved_to: Date | null;
  venue_slug: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
}

/** Whose dates are worked out. */
export interface DateSubjects {
  assetIds: string[];
  coordinatorIds: string[];
}

/** What `occurrences` holds, one date a line, for one bulk insert. */
export interface OccurrenceInsert {
  asset_id: string | null;
  coordinator_id: string | null;
  session_id: string | null;
  event_id: string | null;
  starts_at: string;
  ends_at: string;
  local_date: string;
  weekday: string;
  day_part: string;
  status: string;
  note: string | null;
  moved_from: string | null;
  moved_to: string | null;
  most_days: boolean;
}

/** What holds for every date of a session is no reason why one of them is not as usual. */
export const occurrenceColumns = `
  coalesce(o.asset_id, o.coordinator_id) as subject_id, coalesce(o.session_id, o.event_id) as source_id,
  case when o.event_id is not null then 'event' when o.coordinator_id is not null then 'open-door' else 'session' end as type,
  coalesce(e.name, s.title) as title, coalesce(e.name_cy, s.title_cy) as title_cy,
  o.starts_at, o.ends_at, o.local_date, o.status, case when o.status = 'on' then coalesce(o.note, s.note) else o.note end as note,
  o.moved_from, o.moved_to,
  v.slug as venue_slug, v.name as venue_name, v.name_cy as venue_name_cy`;

const subjectJoins = `
  left join sessions s on s.id = o.session_id
  left join events e on e.id = o.event_id
  left join assets a on a.id = o.asset_id`;

/** Where a private place or a giver of gifts is, nobody is told. */
const venueMayBeTold = (id: string) =>
  `${id} = coalesce(s.venue_id, e.venue_id, a.venue_id) and coalesce(a.point_privacy = 'public' and a.kind <> 'people', true)`;

export const occurrenceJoins = `${subjectJoins} left join venues v on ${venueMayBeTold('v.id')}`;

/** The soonest date of each asset that is on and not over. */
export const nextOccurrences = (db: Queryable, assetIds: string[], now: Date) =>
  db.query<OccurrenceRow>(
    'next-occurrences',
    // One row an asset before anything is joined, and each venue by itself (`offset 0`): else every asset, session and venue there is gets
    // read for a page of twenty. The difference keeps the planner from guessing by the moment, so that one plan serves all: planning anew
    // took twice as long as the answer.
    `select ${occurrenceColumns}
    from unnest($1::uuid[]) as wanted (id)
    cross join lateral (
      select * from occurrences
      where asset_id = wanted.id and ends_at - $2::timestamptz > interval '0' and status <> 'cancelled' order by starts_at limit 1
    ) o ${subjectJoins} left join lateral (select * from venues where ${venueMayBeTold('id')} offset 0) v on true`,
    [assetIds, now],
  );

/** Open doors of some coordinators that are not over, until a moment. */
export const openDoorsBetween = (db: Queryable, coordinatorIds: string[], between: { now: Date; until: Date }) =>
  db.query<OccurrenceRow>(
    'open-doors-between',
    `select ${occurrenceColumns}
    from occurrences o ${occurrenceJoins}
    where o.coordinator_id = any($1::uuid[]) and o.ends_at > $2::timestamptz and o.starts_at < $3::timestamptz
    order by o.starts_at`,
    [coordinatorIds, between.now, between.until],
  );

const columns = `asset_id, coordinator_id, session_id, event_id, starts_at, ends_at, local_date, weekday, day_part, status, note,
        moved_from, moved_to, most_days`;

/** Takes away the dates of these subjects that are not among the rows. */
export const removeOtherOccurrences = (db: Queryable, { assetIds, coordinatorIds }: DateSubjects, rows: OccurrenceInsert[]) =>
  db.query(
    'remove-other-occurrences',
    `delete from occurrences o
    where (o.asset_id = any($1::uuid[]) or o.coordinator_id = any($2::uuid[])) and not exists (
      select from jsonb_to_recordset($3::jsonb) as row (source uuid, starts_at timestamptz, rule_at timestamptz)
      where row.source = coalesce(o.session_id, o.event_id) and row.starts_at = o.starts_at
        and row.rule_at = coalesce(o.moved_from, o.starts_at))`,
    [
      assetIds,
      coordinatorIds,
      JSON.stringify(
        rows.map((row) => ({
          source: row.session_id ?? row.event_id,
          starts_at: row.starts_at,
          rule_at: row.moved_from ?? row.starts_at,
        })),
      ),
    ],
  );

/** What stands so already is not written again, and keeps the time of its last change. */
export const putOccurrences = (db: Queryable, rows: OccurrenceInsert[], now: Date) =>
  db.query(
    'put-occurrences',
    `insert into occurrences as o (${columns}, changed_at)
    select ${columns}, $2::timestamptz from jsonb_to_recordset($1::jsonb) as row (
      asset_id uuid, coordinator_id uuid, session_id uuid, event_id uuid, starts_at timestamptz, ends_at timestamptz,
      local_date date, weekday text, day_part text, status text, note text, moved_from timestamptz, moved_to timestamptz,
      most_days boolean)
    on conflict (coalesce(session_id, event_id), starts_at, coalesce(moved_from, starts_at)) do update set
      asset_id = excluded.asset_id, coordinator_id = excluded.coordinator_id, ends_at = excluded.ends_at, status = excluded.status,
      note = excluded.note, moved_to = excluded.moved_to, most_days = excluded.most_days, changed_at = excluded.changed_at
    where (o.asset_id, o.coordinator_id, o.ends_at, o.status, o.note, o.moved_to, o.most_days) is distinct from
      (excluded.asset_id, excluded.coordinator_id, excluded.ends_at, excluded.status, excluded.note, excluded.moved_to, excluded.most_days)`,
    [JSON.stringify(rows), now],
  );

/** Until the end of the transaction nobody else works out their dates, and nobody who tells the indexes of them is half way through. */
export const holdDateSubjects = async (tx: Queryable, { assetIds, coordinatorIds }: DateSubjects): Promise<void> => {
  if (assetIds.length > 0)
    await tx.query('hold-assets-for-dates', 'select from assets where id = any($1::uuid[]) order by id for no key update', [assetIds]);
  if (coordinatorIds.length > 0)
    await tx.query('hold-coordinators-for-dates', 'select from coordinators where id = any($1::uuid[]) order by id for no key update', [
      coordinatorIds,
    ]);
};

const factName = 'dates-made-on';

/** The day for which all dates were last worked out, YYYY-MM-DD. */
export async function datesMadeOn(db: Queryable): Promise<string | null> {
  const [row] = await db.query<{ day: string }>('dates-made-on', "select value #>> '{}' as day from program_facts where name = $1::text", [
    factName,
  ]);
  return row?.day ?? null;
}

export const rememberDatesMadeOn = (db: Queryable, day: string) =>
  db.query(
    'remember-dates-made-on',
    `insert into program_facts (name, value) values ($1::text, to_jsonb($2::text))
    on conflict (name) do update set value = excluded.value, updated_at = now()`,
    [factName, day],
  );
