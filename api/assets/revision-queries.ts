import type { Queryable } from '../db/database.ts';

/** The whole of each asset as it stands now: its row, topics, times and, of a gift, what was agreed. */
export const insertAssetRevisions = (tx: Queryable, ids: string[], now: Date, madeBy: string) =>
  tx.query(
    'insert-asset-revisions',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'asset', a.id, $2::timestamptz, $3::text, to_jsonb(a) || jsonb_build_object(
       'topics', coalesce((select jsonb_agg(t.topic order by t.topic) from asset_topics t where t.asset_id = a.id), '[]'::jsonb),
       'sessions', coalesce((
         select jsonb_agg(to_jsonb(s) || jsonb_build_object('exceptions', coalesce((
           select jsonb_agg(to_jsonb(x) - 'session_id' order by x.on_date) from session_exceptions x where x.session_id = s.id
         ), '[]'::jsonb)) order by s.position, s.id)
         from sessions s where s.asset_id = a.id
       ), '[]'::jsonb),
       'events', coalesce((select jsonb_agg(to_jsonb(e) order by e.starts_on, e.start_time, e.id) from events e where e.asset_id = a.id), '[]'::jsonb),
       'gift', (select to_jsonb(g) - 'asset_id' from gifts g where g.asset_id = a.id))
     from assets a where a.id = any ($1::uuid[])`,
    [ids, now, madeBy],
  );
