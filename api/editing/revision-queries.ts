import type { Queryable } from '../db/database.ts';

export interface RevisionRow {
  id: number;
  made_at: Date;
  made_by: string;
  snapshot: Record<string, unknown>;
}

/** Newest first. */
export const lastRevisions = (db: Queryable, assetId: string, limit: number) =>
  db.query<RevisionRow>(
    'last-revisions',
    `select id, made_at, made_by, snapshot from revisions
     where subject_type = 'asset' and subject_id = $1::uuid order by id desc limit $2::integer`,
    [assetId, limit],
  );

export async function revisionOf(db: Queryable, assetId: string, id: number): Promise<RevisionRow | null> {
  const [row] = await db.query<RevisionRow>(
    'revision-of-asset',
    `select id, made_at, made_by, snapshot from revisions where subject_type = 'asset' and subject_id = $1::uuid and id = $2::bigint`,
    [assetId, id],
  );
  return row ?? null;
}

/** The one before another. */
export async function revisionBefore(db: Queryable, assetId: string, id: number): Promise<RevisionRow | null> {
  const [row] = await db.query<RevisionRow>(
    'revision-before',
    `select id, made_at, made_by, snapshot from revisions
     where subject_type = 'asset' and subject_id = $1::uuid and id < $2::bigint order by id desc limit 1`,
    [assetId, id],
  );
  return row ?? null;
}

/** As of a version, where it was kept. */
export async function revisionOfVersion(db: Queryable, assetId: string, version: number): Promise<RevisionRow | null> {
  const [row] = await db.query<RevisionRow>(
    'revision-of-version',
    `select id, made_at, made_by, snapshot from revisions
     where subject_type = 'asset' and subject_id = $1::uuid and (snapshot ->> 'version')::integer = $2::integer order by id desc limit 1`,
    [assetId, version],
  );
  return row ?? null;
}

export const accountNames = (db: Queryable, ids: string[]) =>
  db.query<{ id: string; name: string }>('account-names', 'select id, name from accounts where id = any($1::uuid[])', [ids]);

export const sourceNames = (db: Queryable, slugs: string[]) =>
  db.query<{ slug: string; name: string }>('source-names', 'select slug, name from sources where slug = any($1::text[])', [slugs]);

export const privateReadsOf = (db: Queryable, assetId: string) =>
  db.query<{ read_at: Date; by: string; what: string }>(
    'private-reads-of-asset',
    `select p.read_at, a.name as by, p.what from private_reads p join accounts a on a.id = p.account_id
     where p.subject = $1::text order by p.read_at desc limit 50`,
    [assetId],
  );

/** Those of the ids that are still there. */
export async function stillThere(db: Queryable, ids: { areas: string[]; venues: string[]; topics: string[]; coordinators: string[] }) {
  const rows = await db.query<{ id: string }>(
    'still-there',
    `select id::text from areas where id = any($1::uuid[]) union all select id::text from venues where id = any($2::uuid[])
     union all select slug from topics where slug = any($3::text[]) union all select id::text from coordinators where id = any($4::uuid[])`,
    [ids.areas, ids.venues, ids.topics, ids.coordinators],
  );
  return new Set(rows.map(({ id }) => id));
}
