import type { SettingState } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const termRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-terms',
    `select id::text as subject, to_jsonb(t) - 'id' as state from terms t where $1::text is null or id::text = $1::text order by starts_on`,
    [subject],
  );

export const saveTerm = (tx: Queryable, id: string, { name, starts_on, ends_on }: SettingState<'term'>) =>
  tx.query(
    'settings-save-term',
    `insert into terms (id, name, starts_on, ends_on) values ($1::uuid, $2::text, $3::date, $4::date)
    on conflict (id) do update set name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    [id, name, starts_on, ends_on],
  );

export const deleteTerm = (tx: Queryable, id: string) => tx.query('settings-delete-term', 'delete from terms where id = $1::uuid', [id]);

export const holidayRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-holidays',
    `select id::text as subject, to_jsonb(h) - 'id' as state from holidays h where $1::text is null or id::text = $1::text
    order by month_day, name`,
    [subject],
  );

export const saveHoliday = (tx: Queryable, id: string, { name, month_day, note, open_topics }: SettingState<'holiday'>) =>
  tx.query(
    'settings-save-holiday',
    `insert into holidays (id, name, month_day, note, open_topics) values ($1::uuid, $2::text, $3::text, $4::text, $5::text[])
    on conflict (id) do update set name = excluded.name, month_day = excluded.month_day, note = excluded.note,
      open_topics = excluded.open_topics`,
    [id, name, month_day, note, open_topics],
  );

export const deleteHoliday = (tx: Queryable, id: string) =>
  tx.query('settings-delete-holiday', 'delete from holidays where id = $1::uuid', [id]);
