import type { Proposal } from '../contract/proposal.ts';
import type { Queryable } from '../db/database.ts';

export interface ProposalInsert {
  id: string;
  fields: Omit<Proposal, 'reply_email'>;
  area_id: string | null;
  venue_id: string | null;
  lat: number | null;
  lng: number | null;
  locale: string;
  reply_email: string | null;
  looks_like: 'asset' | 'service';
  looks_like_reasons: string[];
  look_alikes: string[];
  junk_score: number;
  junk_reasons: string[];
  text_hash: string;
  coordinator: string | null;
  told_on: string | null;
  created_at: Date;
  /** YYYY-MM-DD. */
  delete_on: string;
}

export interface ProposalRow extends ProposalInsert {
  status: 'waiting' | 'accepted' | 'declined';
  area_slug: string | null;
}

const columns = {
  id: 'uuid',
  fields: 'jsonb',
  area_id: 'uuid',
  venue_id: 'uuid',
  lat: 'double precision',
  lng: 'double precision',
  locale: 'text',
  reply_email: 'text',
  looks_like: 'text',
  looks_like_reasons: 'text[]',
  look_alikes: 'uuid[]',
  junk_score: 'smallint',
  junk_reasons: 'text[]',
  text_hash: 'text',
  coordinator: 'text',
  told_on: 'date',
  created_at: 'timestamptz',
  delete_on: 'date',
} satisfies Record<keyof ProposalInsert, string>;

const names = Object.keys(columns).join(', ');
const typed = Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** False when this very proposal is there already: a form pressed twice is one proposal. */
export async function insertProposal(tx: Queryable, row: ProposalInsert): Promise<boolean> {
  const inserted = await tx.query<{ id: string }>(
    'insert-proposal',
    `insert into proposals (${names}) select ${names} from jsonb_to_record($1::jsonb) as r(${typed}) on conflict (id) do nothing returning id`,
    [JSON.stringify(row)],
  );
  return inserted.length > 0;
}

/** How many wait that say the same. */
export async function countSameText(db: Queryable, textHash: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'same-text-waiting',
    `select count(*)::int as count from proposals where text_hash = $1::text and status = 'waiting'`,
    [textHash],
  );
  return row?.count ?? 0;
}

/** Held until the commit, so that those who write at the same moment are counted one after the other. */
export async function holdProposalsToldToday(tx: Queryable, coordinator: string, today: string): Promise<number> {
  await tx.query('hold-proposal-telling', `select pg_advisory_xact_lock(hashtextextended('proposals of ' || $1::text, 0))`, [coordinator]);
  const [row] = await tx.query<{ count: number }>(
    'proposals-told-today',
    'select count(*)::int as count from proposals where coordinator = $1::text and told_on = $2::date',
    [coordinator, today],
  );
  return row?.count ?? 0;
}

/** Waiting since a moment or longer, the oldest first; `junkFrom`: from which score on, or with two others of the same words, it is junk. */
export const waitingProposals = (
  db: Queryable,
  {
    areaIds,
    noArea,
    junk,
    junkFrom,
    after,
    limit,
  }: { areaIds: string[]; noArea: boolean; junk: boolean; junkFrom: number; after: { at: Date; id: string } | null; limit: number },
) =>
  db.query<ProposalRow>(
    `waiting-proposals-${junk ? 'junk' : 'likely'}`,
    `select ${selected} from proposals p left join areas r on r.id = p.area_id
     where p.status = 'waiting' and (p.area_id = any($1::uuid[]) or ($2::boolean and p.area_id is null))
       and ($3::timestamptz is null or (p.created_at, p.id) > ($3::timestamptz, $4::uuid)) and ${junk ? '' : 'not '}${isJunk('$5')}
     order by p.created_at, p.id limit $6::int`,
    [areaIds, noArea, after?.at, after?.id, junkFrom, limit],
  );

export async function countWaiting(
  db: Queryable,
  areaIds: string[],
  noArea: boolean,
  junkFrom: number,
): Promise<{ likely: number; junk: number }> {
  const [row] = await db.query<{ likely: number; junk: number }>(
    'count-waiting-proposals',
    `with mine as (
       select ${isJunk('$3')} as junk from proposals p
       where p.status = 'waiting' and (p.area_id = any($1::uuid[]) or ($2::boolean and p.area_id is null))
     )
     select (count(*) filter (where not junk))::int as likely, (count(*) filter (where junk))::int as junk from mine`,
    [areaIds, noArea, junkFrom],
  );
  return row ?? { likely: 0, junk: 0 };
}

const selected = `${Object.keys(columns)
  .map((name) => `p.${name}`)
  .join(', ')}, p.status, r.slug as area_slug`;

/** Kept, and out of the way of what is likely real. */
const isJunk = ($: string) => `(p.junk_score >= ${$}::int)`;

/** Until the commit nobody else answers it. */
export async function holdProposal(tx: Queryable, id: string): Promise<ProposalRow | undefined> {
  await tx.query('hold-proposal', 'select from proposals where id = $1::uuid for update', [id]);
  const [row] = await tx.query<ProposalRow>(
    'proposal',
    `select ${selected} from proposals p left join areas r on r.id = p.area_id where p.id = $1::uuid`,
    [id],
  );
  return row;
}

/** The address to reply to and the contact go: the asset has what may be shown. */
export const answerProposal = (
  tx: Queryable,
  id: string,
  { status, assetId, signpostId }: { status: 'accepted' | 'declined'; assetId: string | null; signpostId: string | null },
) =>
  tx.query(
    'answer-proposal',
    `update proposals set status = $2::text, made_asset_id = $3::uuid, made_signpost_id = $4::uuid, reply_email = null,
       fields = fields || '{"contact": "", "contact_name": "", "may_show": null}'::jsonb
     where id = $1::uuid`,
    [id, status, assetId, signpostId],
  );

/** Answers how many went. `today` is YYYY-MM-DD. */
export async function deletePastProposals(db: Queryable, today: string): Promise<number> {
  const gone = await db.query<{ id: string }>('delete-past-proposals', 'delete from proposals where delete_on <= $1::date returning id', [
    today,
  ]);
  return gone.length;
}

/** False: it has been answered, or is gone. */
export async function deleteWaitingProposal(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.query('delete-waiting-proposal', `delete from proposals where id = $1::uuid and status = 'waiting' returning 1`, [
    id,
  ]);
  return gone.length > 0;
}

/** As it waited before the answer. */
export const setProposalWaiting = (tx: Queryable, id: string, { fields, replyEmail }: { fields: object; replyEmail: string | null }) =>
  tx.query(
    'proposal-waits-again',
    `update proposals set status = 'waiting', made_asset_id = null, made_signpost_id = null, reply_email = $3::text, fields = fields || $2::jsonb,
       kept_contact = null, kept_until = null
     where id = $1::uuid`,
    [id, JSON.stringify(fields), replyEmail],
  );
