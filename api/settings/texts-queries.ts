import type { SettingState } from '../contract/settings.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const textsRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-texts',
    `select 'district' as subject, to_jsonb(d) - 'only_row' as state from district d where $1::text is null or $1::text = 'district'`,
    [subject],
  );

export const saveTexts = (tx: Queryable, state: SettingState<'texts'>) =>
  tx.query(
    'settings-save-texts',
    `insert into district (name, place, place_cy, strapline, strapline_cy, notice, notice_cy)
    select name, place, place_cy, strapline, strapline_cy, notice, notice_cy from jsonb_populate_record(null::district, $1::jsonb)
    on conflict (only_row) do update set name = excluded.name, place = excluded.place, place_cy = excluded.place_cy,
      strapline = excluded.strapline, strapline_cy = excluded.strapline_cy, notice = excluded.notice, notice_cy = excluded.notice_cy`,
    [JSON.stringify(state)],
  );
