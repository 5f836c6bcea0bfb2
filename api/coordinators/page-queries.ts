import type { CoordinatorPage } from '../contract/coordinator-page.ts';
import type { Queryable } from '../db/database.ts';

export interface PageRow {
  id: string;
  slug: string;
  name: string;
  about: string | null;
  about_cy: string | null;
  phone: string | null;
  version: string;
}

const columns = `id, slug, name, about, about_cy, phone, extract(epoch from updated_at)::text as version`;

/** `hold`: until the commit nobody else changes it. */
export async function pageRow(db: Queryable, by: { id: string } | { slug: string }, { hold = false } = {}): Promise<PageRow | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['slug', by.slug];
  const [row] = await db.query<PageRow>(
    `coordinator-page-by-${column}${hold ? '-held' : ''}`,
    `select ${columns} from coordinators where ${column} = $1::${column === 'id' ? 'uuid' : 'text'} and active${hold ? ' for no key update' : ''}`,
    [value],
  );
  return row;
}

export const updatePage = (tx: Queryable, id: string, { about, about_cy, phone }: CoordinatorPage, now: Date) =>
  tx.query(
    'update-coordinator-page',
    'update coordinators set about = $2::text, about_cy = $3::text, phone = $4::text, updated_at = $5::timestamptz where id = $1::uuid',
    [id, about, about_cy, phone, now],
  );

export const insertPageRevision = (tx: Queryable, row: { id: string; now: Date; madeBy: string; page: CoordinatorPage }) =>
  tx.query(
    'insert-coordinator-revision',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     values ('coordinator', $1::uuid, $2::timestamptz, $3::text, $4::jsonb)`,
    [row.id, row.now, row.madeBy, JSON.stringify(row.page)],
  );

export interface PageRevisionRow {
  id: number;
  made_at: Date;
  by: string | null;
  snapshot: unknown;
}

/** Newest first. */
export const pageRevisions = (db: Queryable, id: string, limit: number) =>
  db.query<PageRevisionRow>(
    'coordinator-page-revisions',
    `select r.id::int as id, r.made_at, a.name as by, r.snapshot from revisions r left join accounts a on 'account:' || a.id = r.made_by
     where r.subject_type = 'coordinator' and r.subject_id = $1::uuid order by r.id desc limit $2::integer`,
    [id, limit],
  );

export const venueNames = (db: Queryable, ids: string[]) =>
  db.query<{ id: string; name: string; name_cy: string | null }>(
    'venue-names-of-doors',
    'select id, name, name_cy from venues where id = any($1::uuid[])',
    [ids],
  );
