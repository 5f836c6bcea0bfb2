import { isDeepStrictEqual } from 'node:util';
import { requireRight } from '../accounts/require-right.ts';
import { type SettingName, type SettingSaved, settingWrongs, type WrongField } from '../contract/settings.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { allSettings } from './all-settings.ts';
import { changeRow, holdSettings, insertChange } from './change-queries.ts';

type SettingDeps = Pick<Deps, 'db' | 'clock' | 'vocabulary'>;

/** Adds (`subject` null), changes, or takes away (`values` null). Answers what is wrong with which box, or which thing it is now. */
export async function changeSetting(
  deps: SettingDeps,
  viewer: SignedIn,
  { setting: name, subject, values }: { setting: SettingName; subject: string | null; values: object | null },
): Promise<SettingSaved> {
  const setting = allSettings[name];
  await requireRight(deps, viewer, setting.right, null);
  const read = values === null ? null : setting.read(values);
  if (read?.success === false) return { wrong: read.error.issues.map(({ path, message }) => wrongOf(path[0], message)) };
  return inOneChange(deps, async (tx) => {
    const named = subject ?? (read?.data && setting.name ? await setting.name(tx, read.data) : null);
    if (named === null) throw notFound('Nothing of this sort can be added.');
    return write(tx, deps, { viewer, name, subject: named, after: read?.data ?? null, isNew: subject === null || name === 'join' });
  });
}

/** Takes the last change of something back; that is a change, too, and can be taken back. */
export async function undoChange(deps: SettingDeps, viewer: SignedIn, id: number): Promise<SettingSaved> {
  const [asked] = await changeRow(deps.db, id);
  if (!asked) throw notFound('There is no such change.');
  await requireRight(deps, viewer, allSettings[asked.setting].right, null);
  return inOneChange(deps, async (tx) => {
    const [change] = await changeRow(tx, id);
    if (!change?.latest) return { wrong: [{ field: null, wrong: 'changed-since' }] };
    const { setting: name, subject, before, after } = change;
    const [standing] = await allSettings[name].items(tx, subject);
    if (!isDeepStrictEqual(standing?.state ?? null, after)) return { wrong: [{ field: null, wrong: 'changed-since' }] };
    return write(tx, deps, { viewer, name, subject, after: before, isNew: after === null });
  });
}

async function inOneChange(deps: SettingDeps, work: (tx: Queryable) => Promise<SettingSaved>): Promise<SettingSaved> {
  const saved = await deps.db.transaction(async (tx) => {
    await holdSettings(tx);
    return work(tx);
  });
  // Who changed it sees it at once; other processes ask by themselves.
  await deps.vocabulary.refresh();
  return saved;
}

interface Written {
  viewer: SignedIn;
  name: SettingName;
  subject: string;
  after: object | null;
  /** It need not stand yet. */
  isNew: boolean;
}

async function write(tx: Queryable, { clock }: SettingDeps, { viewer, name, subject, after, isNew }: Written): Promise<SettingSaved> {
  const setting = allSettings[name];
  const before = (await setting.items(tx, subject))[0]?.state ?? null;
  if (before === null && !isNew) throw notFound('That is no longer there.');
  if (isDeepStrictEqual(before, after)) return { subject };
  const wrong = await setting.wrong(tx, subject, after);
  if (wrong.length > 0) return { wrong };
  const now = clock.now();
  const writing = { subject, now, by: viewer.name };
  if (after !== null) await setting.save(tx, after, writing);
  else if (setting.remove) await setting.remove(tx, writing);
  else throw notFound('This cannot be taken away.');
  await insertChange(tx, { setting: name, subject, before, after }, { now, accountId: viewer.accountId, name: viewer.name });
  return { subject };
}

const wrongOf = (field: unknown, message: string): WrongField => ({
  field: typeof field === 'string' ? field : null,
  wrong: settingWrongs.find((code) => code === message) ?? 'not-understood',
});
