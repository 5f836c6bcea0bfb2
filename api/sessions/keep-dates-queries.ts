import type { Queryable } from '../db/database.ts';

/** Whether this transaction may work the dates out; held until it ends. */
export async function tryDatesLock(tx: Queryable): Promise<boolean> {
  const [turn] = await tx.query<{ ours: boolean }>(
    'dates-try-lock',
    "select pg_try_advisory_xact_lock(hashtext('open-door dates')) as ours",
  );
  return turn?.ours ?? false;
}

/** Ids after `after` in rising order, at most `limit`; null: from the first, all. */
export async function assetIdsAfter(db: Queryable, after: string | null | undefined, limit: number | null): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'dates-asset-ids',
    'select id from assets where $1::uuid is null or id > $1::uuid order by id limit $2::int',
    [after ?? null, limit],
  );
  return rows.map(({ id }) => id);
}

export async function coordinatorIds(db: Queryable): Promise<string[]> {
  return (await db.query<{ id: string }>('dates-coordinator-ids', 'select id from coordinators order by id')).map(({ id }) => id);
}

/** Holds those of the assets that nobody is just changing; answers which. */
export async function holdAssetsAtHand(tx: Queryable, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'dates-hold-assets-at-hand',
    'select id from assets where id = any($1::uuid[]) order by id for no key update skip locked',
    [ids],
  );
  return rows.map(({ id }) => id);
}
