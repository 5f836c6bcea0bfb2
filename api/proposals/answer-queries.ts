import type { Queryable } from '../db/database.ts';

export interface SignpostInsert {
  id: string;
  slug: string;
  name: string;
  summary: string;
  phone: string | null;
  web: string | null;
  hours: string | null;
  area_ids: string[];
}

/** A draft: stewards look at every signpost before anyone sees it. */
export const insertSignpostDraft = (tx: Queryable, row: SignpostInsert, now: Date) =>
  tx.query(
    'insert-signpost-draft',
    `insert into signposts (id, slug, status, name, summary, phone, web, hours, area_ids, created_at, updated_at)
     values ($1::uuid, $2::text, 'draft', $3::text, $4::text, $5::text, $6::text, $7::text, $8::uuid[], $9::timestamptz, $9::timestamptz)`,
    [row.id, row.slug, row.name, row.summary, row.phone, row.web, row.hours, row.area_ids, now],
  );

export const insertSignpostRevision = (tx: Queryable, id: string, now: Date, madeBy: string) =>
  tx.query(
    'insert-signpost-revision',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'signpost', s.id, $2::timestamptz, $3::text, to_jsonb(s) from signposts s where s.id = $1::uuid`,
    [id, now, madeBy],
  );

export async function takenSignpostSlugs(tx: Queryable, slugs: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ slug: string }>('taken-signpost-slugs', 'select slug from signposts where slug = any($1::text[])', [slugs]);
  return new Set(rows.map(({ slug }) => slug));
}

/** A draft that nobody has seen. */
export const deleteSignpostDraft = (tx: Queryable, id: string) =>
  tx.query('delete-signpost-draft', `delete from signposts where id = $1::uuid and status = 'draft' and version = 1`, [id]);
