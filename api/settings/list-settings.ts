import { requireRight } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { SettingChange, SettingItem, SettingName } from '../contract/settings.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { allSettings } from './all-settings.ts';
import { type ChangeRow, changeRows } from './change-queries.ts';

type ListDeps = Pick<Deps, 'db' | 'clock'>;

/** All of one sort, or the one; in the order in which they are shown. */
export async function listSettings(
  deps: ListDeps,
  viewer: SignedIn,
  { setting: name, subject = null }: { setting: SettingName; subject?: string | null },
): Promise<SettingItem[]> {
  const setting = allSettings[name];
  await requireRight(deps, viewer, setting.right, null);
  return setting.items(deps.db, subject);
}

/** Who changed what, the latest first. */
export async function listSettingChanges(
  deps: ListDeps,
  viewer: SignedIn,
  of: { setting?: SettingName; subject?: string },
): Promise<SettingChange[]> {
  await requireRight(deps, viewer, of.setting ? allSettings[of.setting].right : 'vocabulary.edit', null);
  const rows = await changeRows(deps.db, { setting: of.setting ?? null, subject: of.subject ?? null });
  return rows.filter((row) => mayDo(viewer, allSettings[row.setting].right, null)).map(toChange);
}

function toChange({ id, setting, subject, before, after, made_at, made_by, latest }: ChangeRow): SettingChange {
  const standing = after ?? before;
  const verb = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const title = standing === null ? subject : setting === 'join' ? `${subject} → ${titleOf('join', standing)}` : titleOf(setting, standing);
  return {
    id,
    setting,
    subject,
    title,
    verb,
    at: made_at.toISOString(),
    by: made_by,
    mayUndo: latest && (before !== null || allSettings[setting].remove !== null),
  };
}

/** What stood long ago may be of another shape than today's. */
function titleOf(setting: SettingName, state: object): string {
  const read = allSettings[setting].read(state);
  return read.success ? allSettings[setting].title(read.data) : setting;
}
