import type { Queryable } from '../db/database.ts';
import type { SampleDistrict, SampleKind, SampleTerm, SampleTopic } from './sample-format.ts';

export const saveDistrict = (tx: Queryable, district: Omit<SampleDistrict, 'credit'>) =>
  tx.query(
    'save-district',
    `insert into district (name, place, place_cy, strapline, strapline_cy, notice, notice_cy)
     select name, place, place_cy, strapline, strapline_cy, notice, notice_cy from jsonb_populate_record(null::district, $1::jsonb)
     on conflict (only_row) do update
     set name = excluded.name, place = excluded.place, place_cy = excluded.place_cy, strapline = excluded.strapline,
       strapline_cy = excluded.strapline_cy, notice = excluded.notice, notice_cy = excluded.notice_cy`,
    [JSON.stringify(district)],
  );

export const saveSource = (tx: Queryable, source: { slug: string; name: string; credit: string | null }, now: Date) =>
  tx.query(
    'save-source',
    `insert into sources (slug, name, credit, loaded_at) values ($1::text, $2::text, $3::text, $4::timestamptz)
     on conflict (slug) do update set name = excluded.name, credit = excluded.credit, loaded_at = excluded.loaded_at`,
    [source.slug, source.name, source.credit, now],
  );

export const saveKinds = (tx: Queryable, kinds: SampleKind[]) =>
  tx.query(
    'save-kinds',
    `insert into kinds select r.* from jsonb_populate_recordset(null::kinds, $1::jsonb) r
     on conflict (slug) do update
     set label = excluded.label, label_plural = excluded.label_plural, label_cy = excluded.label_cy, label_plural_cy = excluded.label_plural_cy,
       letter = excluded.letter, half_life_days = excluded.half_life_days, position = excluded.position`,
    [JSON.stringify(kinds.map((kind, index) => ({ ...kind, position: kind.position || index + 1 })))],
  );

export const saveTopics = (tx: Queryable, topics: SampleTopic[]) =>
  tx.query(
    'save-topics',
    `insert into topics select r.* from jsonb_populate_recordset(null::topics, $1::jsonb) r
     on conflict (slug) do update
     set label = excluded.label, label_cy = excluded.label_cy, wish = excluded.wish, wish_cy = excluded.wish_cy, position = excluded.position`,
    [JSON.stringify(topics.map((topic, index) => ({ ...topic, position: topic.position || index + 1 })))],
  );

export const saveTerms = (tx: Queryable, terms: SampleTerm[]) =>
  tx.query(
    'save-terms',
    `insert into terms (name, starts_on, ends_on)
     select r.name, r."from", r."to" from jsonb_to_recordset($1::jsonb) as r(name text, "from" date, "to" date)
     on conflict (name) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    [JSON.stringify(terms)],
  );

export const knownTopics = (tx: Queryable) => tx.query<{ slug: string }>('known-topics', 'select slug from topics', []);
export const knownKinds = (tx: Queryable) => tx.query<{ slug: string }>('known-kinds', 'select slug from kinds', []);
