import type { Proposal } from '../contract/proposal.ts';
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

/** The contact that goes with the answer to a proposal. */
export type ProposalContact = Pick<Proposal, 'contact' | 'contact_name' | 'may_show'>;

export interface DraftedRow {
  id: string;
  draft_page: string | null;
  kept_contact: ProposalContact | null;
}

/** The proposal of which an asset is the draft. */
export async function draftedProposal(tx: Queryable, assetId: string, status: 'waiting' | 'accepted'): Promise<DraftedRow | undefined> {
  const [row] = await tx.query<DraftedRow>(
    'proposal-of-draft',
    'select id, draft_page, kept_contact from proposals where draft_asset_id = $1::uuid and status = $2::text for update',
    [assetId, status],
  );
  return row;
}

export const keepContact = (tx: Queryable, id: string, { contact, until }: { contact: ProposalContact; until: Date }) =>
  tx.query('keep-proposal-contact', 'update proposals set kept_contact = $2::jsonb, kept_until = $3::timestamptz where id = $1::uuid', [
    id,
    JSON.stringify(contact),
    until,
  ]);

export const dropKeptContacts = (db: Queryable, now: Date) =>
  db.query(
    'drop-kept-proposal-contacts',
    'update proposals set kept_contact = null, kept_until = null where kept_until <= $1::timestamptz',
    [now],
  );
