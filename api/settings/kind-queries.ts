import type { SettingState } from '../contract/settings.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { SettingRow } from './setting.ts';

export const kindRows = (db: Queryable, subject: string | null) =>
  db.query<SettingRow>(
    'settings-kinds',
    `select slug as subject, to_jsonb(k) - 'slug' - 'position' as state from kinds k where $1::text is null or slug = $1::text
    order by position, slug`,
    [subject],
  );

export const saveKind = (tx: Queryable, slug: string, state: SettingState<'kind'>) =>
  tx.query(
    'settings-save-kind',
    `update kinds k set label = r.label, label_plural = r.label_plural, label_cy = r.label_cy, label_plural_cy = r.label_plural_cy,
      letter = r.letter, half_life_days = r.half_life_days
    from jsonb_populate_record(null::kinds, $2::jsonb) r where k.slug = $1::text`,
    [slug, JSON.stringify(state)],
  );

/** When each published asset of a kind was last checked, and by whom. */
export const checksOfKind = (db: Queryable, kind: string) =>
  db.query<{ last_checked_at: Date | null; last_checked_by: Checker | null }>(
    'settings-checks-of-kind',
    `select last_checked_at, last_checked_by from assets where kind = $1::text and status = 'published'`,
    [kind],
  );
