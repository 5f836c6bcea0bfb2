import type { SettingName } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';

export interface ChangeRow {
  id: number;
  setting: SettingName;
  subject: string;
  before: object | null;
  after: object | null;
  made_at: Date;
  made_by: string;
  /** Nothing has been done to the subject since. */
  latest: boolean;
}

const columns = `c.id, c.setting, c.subject, c.before, c.after, c.made_at, c.made_by,
  not exists (select from settings_changes o where o.setting = c.setting and o.subject = c.subject and o.id > c.id) as latest`;

/** One after the other: each sees what the one before it left, and numbers rise as they are committed. */
export const holdSettings = (tx: Queryable) => tx.query('settings-hold', `select pg_advisory_xact_lock(hashtext('open-door settings'))`);

export async function insertChange(
  tx: Queryable,
  change: Pick<ChangeRow, 'setting' | 'subject' | 'before' | 'after'>,
  by: { now: Date; accountId: string; name: string },
): Promise<void> {
  await tx.query(
    'settings-insert-change',
    `insert into settings_changes (setting, subject, before, after, made_at, account_id, made_by)
    values ($1::text, $2::text, $3::jsonb, $4::jsonb, $5::timestamptz, $6::uuid, $7::text)`,
    [change.setting, change.subject, json(change.before), json(change.after), by.now, by.accountId, by.name],
  );
}

const json = (state: object | null) => (state === null ? null : JSON.stringify(state));

export const changeRow = (db: Queryable, id: number) =>
  db.query<ChangeRow>('settings-change', `select ${columns} from settings_changes c where c.id = $1::bigint`, [id]);

/** The latest first: of all, of one sort, or of one thing. */
export const changeRows = (db: Queryable, of: { setting: string | null; subject: string | null }) =>
  db.query<ChangeRow>(
    'settings-changes',
    `select ${columns} from settings_changes c
    where ($1::text is null or c.setting = $1::text) and ($2::text is null or c.subject = $2::text) order by c.id desc limit 20`,
    [of.setting, of.subject],
  );

/** Changes since `after` that the search does not see by itself; `dates`: whether any of them moves dates. */
export async function changesToApply(db: Queryable, after: number): Promise<{ upTo: number; dates: boolean } | null> {
  const [row] = await db.query<{ up_to: number | null; dates: boolean | null }>(
    'settings-to-apply',
    `select max(id) as up_to, bool_or(setting in ('term', 'holiday')) as dates from settings_changes
    where id > $1::bigint and setting in ('topic', 'join', 'kind', 'term', 'holiday')`,
    [after],
  );
  return row?.up_to ? { upTo: row.up_to, dates: row.dates ?? false } : null;
}

export async function appliedUpTo(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    'settings-applied',
    `select value::bigint as id from program_facts where name = 'settings-applied'`,
  );
  return row?.id ?? 0;
}

export const rememberApplied = (db: Queryable, upTo: number) =>
  db.query(
    'settings-remember-applied',
    `insert into program_facts (name, value) values ('settings-applied', to_jsonb($1::bigint))
    on conflict (name) do update set value = excluded.value, updated_at = now()`,
    [upTo],
  );

/** Whether this transaction may bring changes to the search; held until it ends. */
export async function tryApplyLock(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ ours: boolean }>(
    'settings-try-apply',
    `select pg_try_advisory_xact_lock(hashtext('open-door apply settings')) as ours`,
  );
  return row?.ours ?? false;
}
