import type { SettingState } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const signpostRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-signposts',
    `select s.id::text as subject, jsonb_build_object('name', s.name, 'name_cy', s.name_cy, 'summary', s.summary, 'summary_cy', s.summary_cy,
      'phone', s.phone, 'web', case when s.web ~ '^https?://' then s.web end, 'hours', s.hours, 'crisis', s.crisis, 'topics', s.topics,
      'areas', s.area_ids, 'status', case when s.status = 'published' then s.status else 'hidden' end) as state
    from signposts s where $1::text is null or s.id::text = $1::text
    order by s.status = 'published' desc, s.crisis desc, s.name`,
    [subject],
  );

export const takenSignpostSlugs = (tx: Queryable, slugs: string[]) =>
  tx.query<{ slug: string }>('settings-signpost-slugs', 'select slug from signposts where slug = any($1::text[])', [slugs]);

export const saveSignpost = (tx: Queryable, state: SettingState<'signpost'>, { id, slug, now }: { id: string; slug: string; now: Date }) =>
  tx.query(
    'settings-save-signpost',
    `insert into signposts (id, slug, name, name_cy, summary, summary_cy, phone, web, hours, crisis, topics, area_ids, status, updated_at)
    select $2::uuid, $3::text, r.name, r.name_cy, r.summary, r.summary_cy, r.phone, r.web, r.hours, r.crisis, r.topics, r.areas, r.status,
      $4::timestamptz
    from jsonb_to_record($1::jsonb) as r(name text, name_cy text, summary text, summary_cy text, phone text, web text, hours text,
      crisis boolean, topics text[], areas uuid[], status text)
    on conflict (id) do update set name = excluded.name, name_cy = excluded.name_cy, summary = excluded.summary,
      summary_cy = excluded.summary_cy, phone = excluded.phone, web = excluded.web, hours = excluded.hours, crisis = excluded.crisis,
      topics = excluded.topics, area_ids = excluded.area_ids, status = excluded.status, updated_at = excluded.updated_at,
      version = signposts.version + 1`,
    [JSON.stringify(state), id, slug, now],
  );

export const insertSignpostRevision = (tx: Queryable, { id, now, by }: { id: string; now: Date; by: string }) =>
  tx.query(
    'settings-signpost-revision',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
    select 'signpost', s.id, $2::timestamptz, $3::text, to_jsonb(s) from signposts s where s.id = $1::uuid`,
    [id, now, by],
  );
