import type { TodayAct } from '../contract/today.ts';
import type { Queryable } from '../db/database.ts';
import type { Undo } from './undo-step.ts';

/** What an item is about, and whose area that is in. */
export interface Subject {
  /** Null: no asset yet. */
  asset_id: string | null;
  area_id: string | null;
  name: string;
  name_cy: string | null;
}

const subjectOf = {
  suggestion: `select a.id as asset_id, a.area_id, a.name, a.name_cy from suggestions s join assets a on a.id = s.asset_id where s.id = $1::uuid`,
  proposal: `select null as asset_id, area_id, fields ->> 'name' as name, null as name_cy from proposals where id = $1::uuid`,
  asset: 'select id as asset_id, area_id, name, name_cy from assets where id = $1::uuid',
};

export async function subject(db: Queryable, of: keyof typeof subjectOf, id: string): Promise<Subject | undefined> {
  const [row] = await db.query<Subject>(`today-subject-${of}`, subjectOf[of], [id]);
  return row;
}

/** The contact that goes with the answer to a proposal. */
export async function proposalContact(tx: Queryable, id: string) {
  const [row] = await tx.query<{ contact: string; contact_name: string; may_show: 'yes' | 'no' | null }>(
    'today-proposal-contact',
    `select fields ->> 'contact' as contact, fields ->> 'contact_name' as contact_name, fields ->> 'may_show' as may_show
     from proposals where id = $1::uuid`,
    [id],
  );
  return row;
}

export const putOff = (tx: Queryable, { accountId, item, until }: { accountId: string; item: string; until: Date }) =>
  tx.query(
    'put-off',
    `insert into put_off (account_id, item, until) values ($1::uuid, $2::text, $3::timestamptz)
     on conflict (account_id, item) do update set until = excluded.until`,
    [accountId, item, until],
  );

export const unputOff = (tx: Queryable, accountId: string, item: string) =>
  tx.query('unput-off', 'delete from put_off where account_id = $1::uuid and item = $2::text', [accountId, item]);

export interface StepInsert {
  accountId: string;
  now: Date;
  act: TodayAct;
  name: string;
  name_cy: string | null;
  undo: Undo[];
}

export async function insertStep(tx: Queryable, { accountId, now, act, name, name_cy, undo }: StepInsert): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'insert-today-step',
    `insert into today_steps (account_id, made_at, act, name, name_cy, undo)
     values ($1::uuid, $2::timestamptz, $3::text, $4::text, $5::text, $6::jsonb) returning id`,
    [accountId, now, act, name, name_cy, JSON.stringify(undo)],
  );
  if (!row) throw new Error('a step was not kept');
  return row.id;
}

export interface StepRow {
  id: string;
  act: TodayAct;
  name: string;
  name_cy: string | null;
  made_at: Date;
  taken_back: boolean;
  undo: Undo[];
}

/** One's own; `hold`: until the commit nobody else takes it back. */
export async function ownStep(db: Queryable, { accountId, id, hold = false }: { accountId: string; id: string; hold?: boolean }) {
  const [row] = await db.query<StepRow>(
    hold ? 'hold-today-step' : 'today-step',
    `select id, act, name, name_cy, made_at, taken_back, undo from today_steps where id = $1::uuid and account_id = $2::uuid${hold ? ' for update' : ''}`,
    [id, accountId],
  );
  return row;
}

export const setTakenBack = (tx: Queryable, id: string) =>
  tx.query('today-step-taken-back', `update today_steps set taken_back = true, undo = '[]' where id = $1::uuid`, [id]);

export const deletePastSteps = (db: Queryable, before: Date) =>
  db.query('delete-past-steps', 'delete from today_steps where made_at < $1::timestamptz', [before]);

export const deletePastPutOff = (db: Queryable, now: Date) =>
  db.query('delete-past-put-off', 'delete from put_off where until < $1::timestamptz', [now]);
