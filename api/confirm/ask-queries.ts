import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { contactAt, hashOf } from '../mail/contact-of.ts';
import { olderThan } from '../search/not-lapsed.ts';
import type { LastLetters, Stage } from './confirm-stage-rules.ts';

/** Held until the end of the turn: one process asks at a time. */
export async function tryAskLock(turn: Queryable): Promise<boolean> {
  const [row] = await turn.query<{ held: boolean }>(
    'try-ask-lock',
    `select pg_try_advisory_xact_lock(hashtextextended('ask groups', 0)) as held`,
  );
  return row?.held ?? false;
}

/** Published, vouched for at some time, with an address that takes letters. */
const askable = `
  from (select a.*, ${contactAt('$1')} as contact from assets a where a.status = 'published' and a.last_checked_at is not null) a
  join kinds k on k.slug = a.kind
  where a.contact ~ '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$'
    and not exists (select from bounced_contacts b where b.contact_hash = ${hashOf('a.contact')})`;

/** Addresses with something that may be due and no letter for two weeks, those that wait longest first; each once. */
export async function contactsToAsk(db: Queryable, now: Date): Promise<string[]> {
  const rows = await db.query<{ contact: string }>(
    'contacts-to-ask',
    `select a.contact ${askable} and ${olderThan('$1::timestamptz', 1)}
       and not exists (
         select from confirm_requests r
         where r.contact_hash = ${hashOf('a.contact')} and r.made_at > $1::timestamptz - interval '14 days'
       )
     group by a.contact order by min(a.last_checked_at), a.contact`,
    [now],
  );
  return rows.map(({ contact: address }) => address);
}

export interface AskableRow {
  id: string;
  name: string;
  name_cy: string | null;
  languages: string[];
  contact_name: string | null;
  last_checked_at: Date;
  last_checked_by: Checker | null;
  half_life_days: number;
  asked: { stage: Stage; madeAt: Date }[];
}

/** Everything that one address is asked about, with what it was asked since each last check; an answer counts as one. */
export async function assetsOfContact(tx: Queryable, now: Date, contactAddress: string): Promise<AskableRow[]> {
  const rows = await tx.query<Omit<AskableRow, 'asked'> & { asked: { stage: Stage; made_at: string }[] }>(
    'assets-of-contact',
    `select a.id, a.name, a.name_cy, a.languages, a.contact_name, a.last_checked_at, a.last_checked_by, k.half_life_days,
       coalesce((
         select jsonb_agg(jsonb_build_object('stage', r.stage, 'made_at', r.made_at))
         from confirm_requests r where r.asset_id = a.id and r.contact_hash = ${hashOf('a.contact')} and r.made_at > a.last_checked_at
       ), '[]'::jsonb) as asked
     ${askable} and a.contact = $2::text order by a.id`,
    [now, contactAddress],
  );
  return rows.map((row) => ({ ...row, asked: row.asked.map(({ stage, made_at }) => ({ stage, madeAt: new Date(made_at) })) }));
}

export async function lastLettersTo(tx: Queryable, contactAddress: string): Promise<LastLetters> {
  const [row] = await tx.query<LastLetters>(
    'last-letters-to',
    `select max(made_at) filter (where stage <> 'reminder') as "beganAt", max(made_at) filter (where stage = 'reminder') as "remindedAt"
     from confirm_requests where contact_hash = ${hashOf('$1::text')}`,
    [contactAddress],
  );
  return row ?? { beganAt: null, remindedAt: null };
}

export interface RequestInsert {
  assetId: string;
  letterId: string;
  stage: Stage;
  tokenHash: Buffer;
  contact: string;
  madeAt: Date;
  expiresAt: Date;
}

export const insertRequest = (tx: Queryable, { assetId, letterId, stage, tokenHash, contact: address, madeAt, expiresAt }: RequestInsert) =>
  tx.query(
    'insert-confirm-request',
    `insert into confirm_requests (asset_id, letter_id, stage, token_hash, contact_hash, made_at, expires_at)
     values ($1::uuid, $2::uuid, $3::text, $4::bytea, ${hashOf('$5::text')}, $6::timestamptz, $7::timestamptz)`,
    [assetId, letterId, stage, tokenHash, address, madeAt, expiresAt],
  );
