import type { BulkChoice, BulkFilter, BulkOptions } from '../contract/bulk-filter.ts';
import type { Queryable } from '../db/database.ts';
import { lapsedFrom, olderThan } from '../search/not-lapsed.ts';

/** Where somebody may change many at once; `areaIds` null: everywhere. */
export interface Reach {
  areaIds: string[] | null;
  withoutArea: boolean;
}

export interface Chosen {
  filter: BulkFilter;
  reach: Reach;
  now: Date;
}

const now = '$11::timestamptz';

const chosen = `from assets a join kinds k on k.slug = a.kind left join areas r on r.id = a.area_id
  where ($1::uuid[] is null or a.area_id = any ($1::uuid[]) or ($2::boolean and a.area_id is null))
    and ($3::text is null or (case when $3::text = 'none' then a.area_id is null else r.slug = $3::text end))
    and ($4::text is null or a.kind = $4::text)
    and ($5::text is null or exists (select from asset_topics t where t.asset_id = a.id and t.topic = $5::text))
    and ($6::text is null or a.status = $6::text)
    and ($7::text is null or a.source = $7::text)
    and ($8::uuid is null or a.id in (
      select x.asset_id from import_run_rows x where x.run_id = $8::uuid and (x.outcome in ('made', 'changed') or x.outcome = 'looks-like'
        and exists (select from not_same n where n.one = least(x.asset_id, x.like_id) and n.other = greatest(x.asset_id, x.like_id)))))
    and ($9::text is null or position(lower($9::text) in lower(concat_ws(' ', a.name, a.name_cy, a.summary, a.summary_cy))) > 0)
    and ($10::text is null or $10::text = case when ${olderThan(now, lapsedFrom)} then 'lapsed'
      when a.last_checked_at is null or ${olderThan(now, 2)} then 'stale' when ${olderThan(now, 1)} then 'ageing' else 'fresh' end)`;

function valuesOf({ filter, reach, now }: Chosen): unknown[] {
  const { area, kind, topic, status, source, run, q, freshness } = filter;
  return [
    ...[
      reach.areaIds,
      reach.withoutArea,
      area ?? null,
      kind ?? null,
      topic ?? null,
      status ?? null,
      source ?? null,
      run ?? null,
      q ?? null,
    ],
    ...[freshness ?? null, now],
  ];
}

export const countChosen = (db: Queryable, asked: Chosen) =>
  db.query<{ count: number }>('count-chosen', `select count(*)::int as count ${chosen}`, valuesOf(asked));

export const sampleChosen = (db: Queryable, asked: Chosen, limit: number) =>
  db.query<BulkChoice['sample'][number]>(
    'sample-chosen',
    `select a.id, a.name, a.name_cy, a.kind, a.status, r.name as area, r.name_cy as area_cy,
       (select a.slug from asset_search s where s.asset_id = a.id) as slug
     ${chosen} order by a.name, a.id limit $12::integer`,
    [...valuesOf(asked), limit],
  );

export const idsChosen = (db: Queryable, asked: Chosen) =>
  db.query<{ id: string }>('ids-chosen', `select a.id ${chosen} order by a.id`, valuesOf(asked));

export const bulkSources = (db: Queryable) =>
  db.query<BulkOptions['sources'][number]>('bulk-sources', 'select slug, name from sources order by name', []);

export const bulkAreas = (db: Queryable, { areaIds }: Reach) =>
  db.query<BulkOptions['areas'][number]>(
    'bulk-areas',
    'select slug, name, name_cy from areas where $1::uuid[] is null or id = any ($1::uuid[]) order by name',
    [areaIds],
  );
