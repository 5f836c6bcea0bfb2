import type { Queryable } from '../db/database.ts';
import type { Where } from './review-queries.ts';

export interface PublishedRow {
  asset_id: string;
  name: string;
  name_cy: string | null;
  /** Names of the accounts. */
  by: string[];
  /** The group itself had a hand in it. */
  by_group: boolean;
  made_at: Date;
  /** The first and the last revision that nobody has looked at. */
  first_id: number;
  last_id: number;
}

/** What builders and groups published by themselves and nobody has looked at, the oldest first. */
export const publishedUnseen = (
  db: Queryable,
  { areaIds, andNone }: Where,
  { since, groupMark, skip, limit }: { since: Date; groupMark: string; skip: number; limit: number },
) =>
  db.query<PublishedRow>(
    'published-unseen',
    `select a.id as asset_id, a.name, a.name_cy, m.by, m.by_group, m.made_at, m.first_id, m.last_id
     from (
       select r.subject_id, min(r.id)::int as first_id, max(r.id)::int as last_id, max(r.made_at) as made_at,
         coalesce(array_agg(distinct w.name) filter (where w.name is not null), '{}') as by, bool_or(w.name is null) as by_group
       from (select 'account:' || id as mark, name from accounts where role = 'builder' union all select $5::text, null) w
       join revisions r on r.made_by = w.mark and r.subject_type = 'asset' and r.made_at > $4::timestamptz
       left join looked_over l on l.asset_id = r.subject_id
       where r.id > coalesce(l.revision_id, 0) and r.snapshot ->> 'status' <> 'draft'
       group by r.subject_id
     ) m join assets a on a.id = m.subject_id
     where ($1::uuid[] is null or a.area_id = any($1::uuid[]) or ($2::boolean and a.area_id is null))
     order by m.made_at, a.id limit $3::integer offset $6::integer`,
    [areaIds, andNone, limit, since, groupMark, skip],
  );

export const putLookedOver = (tx: Queryable, row: { assetId: string; revisionId: number; accountId: string; now: Date }) =>
  tx.query(
    'put-looked-over',
    `insert into looked_over (asset_id, revision_id, account_id, looked_at) values ($1::uuid, $2::bigint, $3::uuid, $4::timestamptz)
     on conflict (asset_id) do update
     set revision_id = excluded.revision_id, account_id = excluded.account_id, looked_at = excluded.looked_at
     where looked_over.revision_id < excluded.revision_id`,
    [row.assetId, row.revisionId, row.accountId, row.now],
  );
