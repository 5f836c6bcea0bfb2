import type { SettingState } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const topicRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-topics',
    `select slug as subject, to_jsonb(t) - 'slug' as state from topics t where $1::text is null or slug = $1::text order by position, slug`,
    [subject],
  );

export const saveTopic = (tx: Queryable, slug: string, state: SettingState<'topic'>) =>
  tx.query(
    'settings-save-topic',
    `insert into topics (slug, label, label_cy, wish, wish_cy, position)
    select $1::text, label, label_cy, wish, wish_cy, position from jsonb_populate_record(null::topics, $2::jsonb)
    on conflict (slug) do update set label = excluded.label, label_cy = excluded.label_cy, wish = excluded.wish, wish_cy = excluded.wish_cy,
      position = excluded.position`,
    [slug, JSON.stringify(state)],
  );

export async function topicInUse(tx: Queryable, slug: string): Promise<boolean> {
  const [row] = await tx.query<{ used: boolean }>(
    'settings-topic-in-use',
    `select exists (select from asset_topics where topic = $1::text) or exists (select from signposts where $1::text = any(topics)) as used`,
    [slug],
  );
  return row?.used ?? false;
}

export const deleteTopic = (tx: Queryable, slug: string) =>
  tx.query('settings-delete-topic', 'delete from topics where slug = $1::text', [slug]);

export const joinRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-joins',
    `select slug as subject, jsonb_build_object('into', into_slug) as state from joined_topics where $1::text is null or slug = $1::text`,
    [subject],
  );

/** So that nobody gives one of them to an asset meanwhile. */
export const holdTopics = (tx: Queryable, slugs: string[]) =>
  tx.query<{ slug: string }>('settings-hold-topics', 'select slug from topics where slug = any($1::text[]) order by slug for update', [
    slugs,
  ]);

export const rememberJoin = (tx: Queryable, slug: string, into: string) =>
  tx.query(
    'settings-remember-join',
    `insert into joined_topics (slug, into_slug, topic, asset_ids, asset_ids_of_both, signpost_ids, signpost_ids_of_both)
    select t.slug, $2::text, to_jsonb(t),
      array(select asset_id from asset_topics where topic = t.slug),
      array(select asset_id from asset_topics where topic = t.slug intersect select asset_id from asset_topics where topic = $2::text),
      array(select id from signposts where t.slug = any(topics)),
      array(select id from signposts where topics @> array[t.slug, $2::text])
    from topics t where t.slug = $1::text`,
    [slug, into],
  );

/** To all that had the one, the other. */
export const giveTopic = (tx: Queryable, slug: string, into: string) =>
  tx.query(
    'settings-give-topic',
    `with given as (
      insert into asset_topics (asset_id, topic) select asset_id, $2::text from asset_topics where topic = $1::text on conflict do nothing
    )
    update signposts set topics = array_remove(topics, $1::text) || case when $2::text = any(topics) then '{}'::text[] else array[$2::text] end
    where $1::text = any(topics)`,
    [slug, into],
  );

export const partTopic = (tx: Queryable, slug: string) =>
  tx.query(
    'settings-part-topic',
    `insert into topics select r.* from joined_topics j, jsonb_populate_record(null::topics, j.topic) r where j.slug = $1::text
    on conflict do nothing`,
    [slug],
  );

export const partAssets = (tx: Queryable, slug: string) =>
  tx.query(
    'settings-part-assets',
    `with parted as (select * from joined_topics where slug = $1::text),
    taken as (
      delete from asset_topics t using parted p
      where t.topic = p.into_slug and t.asset_id = any(p.asset_ids) and not t.asset_id = any(p.asset_ids_of_both)
    )
    insert into asset_topics (asset_id, topic) select a.id, p.slug from parted p join assets a on a.id = any(p.asset_ids) on conflict do nothing`,
    [slug],
  );

/** The last step: what was remembered goes. */
export const partSignposts = (tx: Queryable, slug: string) =>
  tx.query(
    'settings-part-signposts',
    `with parted as (delete from joined_topics where slug = $1::text returning *)
    update signposts s
    set topics = case when s.id = any(p.signpost_ids_of_both) then s.topics else array_remove(s.topics, p.into_slug) end || array[p.slug]
    from parted p where s.id = any(p.signpost_ids)`,
    [slug],
  );
