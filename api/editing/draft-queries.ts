import type { AssetState } from '../contract/asset-state.ts';
import type { Queryable } from '../db/database.ts';

export interface DraftRow {
  boxes: Record<string, string>;
  of_version: number;
  saved_at: Date;
}

export async function draftOf(db: Queryable, accountId: string, assetId: string): Promise<DraftRow | null> {
  const [row] = await db.query<DraftRow>(
    'draft-of',
    'select boxes, of_version, saved_at from drafts where account_id = $1::uuid and asset_id = $2::uuid',
    [accountId, assetId],
  );
  return row ?? null;
}

export const putDraft = (
  db: Queryable,
  row: { accountId: string; assetId: string; ofVersion: number; boxes: Record<string, string>; now: Date },
) =>
  db.query(
    'put-draft',
    `insert into drafts (account_id, asset_id, of_version, boxes, saved_at) values ($1::uuid, $2::uuid, $3::integer, $4::jsonb, $5::timestamptz)
     on conflict (account_id, asset_id) do update set of_version = excluded.of_version, boxes = excluded.boxes, saved_at = excluded.saved_at`,
    [row.accountId, row.assetId, row.ofVersion, JSON.stringify(row.boxes), row.now],
  );

export const deleteDraft = (db: Queryable, accountId: string, assetId: string) =>
  db.query('delete-draft', 'delete from drafts where account_id = $1::uuid and asset_id = $2::uuid', [accountId, assetId]);

export const deleteDraftsBefore = (db: Queryable, moment: Date) =>
  db.query('delete-drafts-before', 'delete from drafts where saved_at < $1::timestamptz', [moment]);

export interface OwnDraftRow {
  id: string;
  name: string;
  name_cy: string | null;
  area_id: string | null;
  is_private: boolean;
  is_new: boolean;
  at: Date;
}

/** What an account put aside, and what it began that nobody sees yet; `mark`: as revisions name it. */
export const ownDrafts = (
  db: Queryable,
  { accountId, mark, since, limit }: { accountId: string; mark: string; since: Date; limit: number },
) =>
  db.query<OwnDraftRow>(
    'own-drafts',
    `select a.id, a.name, a.name_cy, a.area_id, (a.kind = 'people' or a.point_privacy = 'private') as is_private, a.status = 'draft' as is_new,
       max(d.at) as at
     from (
       select asset_id, saved_at as at from drafts where account_id = $1::uuid and saved_at > $3::timestamptz
       union all
       select r.subject_id, r.made_at from revisions r join assets x on x.id = r.subject_id and x.status = 'draft'
       where r.subject_type = 'asset' and r.made_by = $2::text and r.made_at > $3::timestamptz
     ) d join assets a on a.id = d.asset_id
     group by a.id order by max(d.at) desc, a.id limit $4::integer`,
    [accountId, mark, since, limit],
  );

/** First names are enough: who else has something put aside of it since. */
export async function othersWriting(db: Queryable, { accountId, assetId, since }: { accountId: string; assetId: string; since: Date }) {
  const rows = await db.query<{ name: string }>(
    'others-writing',
    `select a.name from drafts d join accounts a on a.id = d.account_id
     where d.asset_id = $2::uuid and d.account_id <> $1::uuid and d.saved_at > $3::timestamptz order by a.name`,
    [accountId, assetId, since],
  );
  return rows.map(({ name }) => name);
}

export interface ProposedEditRow {
  id: string;
  /** Null: the group itself, by its own link. */
  account_id: string | null;
  asset_id: string;
  of_version: number;
  state: AssetState;
  made_at: Date;
  status: 'waiting' | 'declined';
  answer: string | null;
}

export async function proposedEditOf(db: Queryable, accountId: string, assetId: string): Promise<ProposedEditRow | null> {
  const [row] = await db.query<ProposedEditRow>(
    'proposed-edit-of',
    'select * from proposed_edits where account_id = $1::uuid and asset_id = $2::uuid',
    [accountId, assetId],
  );
  return row ?? null;
}

/** One account proposes one thing of an asset: what it proposes later takes the place of it. */
export const putProposedEdit = (
  tx: Queryable,
  row: { accountId: string; assetId: string; ofVersion: number; state: AssetState; now: Date },
) =>
  tx.query(
    'put-proposed-edit',
    `insert into proposed_edits (account_id, asset_id, of_version, state, made_at)
     values ($1::uuid, $2::uuid, $3::integer, $4::jsonb, $5::timestamptz)
     on conflict (account_id, asset_id) do update
     set of_version = excluded.of_version, state = excluded.state, made_at = excluded.made_at, status = 'waiting', answer = null`,
    [row.accountId, row.assetId, row.ofVersion, JSON.stringify(row.state), row.now],
  );

/** What a group would change of its own; `parts`: which parts of the state are its words. */
export interface GroupEditRow extends Pick<ProposedEditRow, 'id' | 'of_version' | 'state' | 'made_at' | 'status' | 'answer'> {
  parts: string[];
}

export async function groupEditOf(db: Queryable, assetId: string): Promise<GroupEditRow | null> {
  const [row] = await db.query<GroupEditRow>(
    'group-edit-of',
    'select id, of_version, state, parts, made_at, status, answer from proposed_edits where asset_id = $1::uuid and account_id is null',
    [assetId],
  );
  return row ?? null;
}

/** One for a group, too. */
export const putGroupEditRow = (
  tx: Queryable,
  row: { assetId: string; ofVersion: number; state: AssetState; parts: string[]; now: Date },
) =>
  tx.query(
    'put-group-edit',
    `insert into proposed_edits (asset_id, of_version, state, parts, made_at)
     values ($1::uuid, $2::integer, $3::jsonb, $4::text[], $5::timestamptz)
     on conflict (asset_id) where account_id is null do update
     set of_version = excluded.of_version, state = excluded.state, parts = excluded.parts, made_at = excluded.made_at, status = 'waiting', answer = null`,
    [row.assetId, row.ofVersion, JSON.stringify(row.state), row.parts, row.now],
  );

export const deleteGroupEdit = (tx: Queryable, assetId: string) =>
  tx.query('delete-group-edit', 'delete from proposed_edits where asset_id = $1::uuid and account_id is null', [assetId]);

export async function editById(db: Queryable, id: string): Promise<(ProposedEditRow & { by: string | null }) | null> {
  const [row] = await db.query<ProposedEditRow & { by: string | null }>(
    'proposed-edit',
    'select p.*, a.name as by from proposed_edits p left join accounts a on a.id = p.account_id where p.id = $1::uuid',
    [id],
  );
  return row ?? null;
}

export const deleteEdit = (tx: Queryable, id: string) =>
  tx.query('delete-proposed-edit', 'delete from proposed_edits where id = $1::uuid', [id]);

export const declineEdit = (db: Queryable, id: string, answer: string) =>
  db.query('decline-proposed-edit', `update proposed_edits set status = 'declined', answer = $2::text where id = $1::uuid`, [id, answer]);
