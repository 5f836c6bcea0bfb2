import type { Queryable } from '../db/database.ts';

export const setDraft = (tx: Queryable, id: string, { assetId, page }: { assetId: string; page: string }) =>
  tx.query('set-proposal-draft', 'update proposals set draft_asset_id = $2::uuid, draft_page = $3::text where id = $1::uuid', [
    id,
    assetId,
    page,
  ]);

/** The draft of a proposal, as long as it is one. */
export async function standingDraft(tx: Queryable, id: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'standing-draft-of-proposal',
    `select a.id from proposals p join assets a on a.id = p.draft_asset_id where p.id = $1::uuid and a.status = 'draft'`,
    [id],
  );
  return row?.id ?? null;
}

/** The proposal of which an asset is the draft. */
export async function draftedProposal(
  tx: Queryable,
  assetId: string,
  status: 'waiting' | 'accepted',
): Promise<{ id: string; draft_page: string | null } | undefined> {
  const [row] = await tx.query<{ id: string; draft_page: string | null }>(
    'proposal-of-draft',
    'select id, draft_page from proposals where draft_asset_id = $1::uuid and status = $2::text for update',
    [assetId, status],
  );
  return row;
}
