import { requireRight } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import { stateOfSnapshot } from '../assets/state-of-snapshot.ts';
import type { AssetHistory, HistoryEntry } from '../contract/desk-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { listOwnLinks } from '../own-links/give-own-link.ts';
import { listPhotoChanges } from '../photos/list-photos.ts';
import { loadNames } from './load-names.ts';
import { openState } from './open-asset.ts';
import { holdsPrivate } from './private-rules.ts';
import { accountNames, lastRevisions, privateReadsOf, type RevisionRow, sourceNames } from './revision-queries.ts';

const mostShown = 60;

/** Every change of an asset, newest first, each with the whole state after it. Throws as opening it does, for what was private once too. */
export async function listHistory(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<AssetHistory> {
  const standing = await openState(deps, viewer, id);
  const rows = withoutHalves(await lastRevisions(deps.db, standing.id, mostShown));
  const states = rows.map(({ snapshot }) => stateOfSnapshot(snapshot));
  if (states.some(holdsPrivate)) await requireRight(deps, viewer, 'private.read', standing.state.area_id);
  const [who, names, photos, links, reads] = await Promise.all([
    sayWho(deps.db, rows),
    loadNames(deps.db, [standing.state, ...states]),
    listPhotoChanges(deps.db, standing.id, mostShown),
    listOwnLinks(deps.db, standing.id),
    viewer.role === 'steward' ? privateReadsOf(deps.db, standing.id) : null,
  ]);
  return {
    ...standing,
    name: standing.state.name,
    entries: rows.map((row, at) => ({
      id: row.id,
      at: row.made_at.toISOString(),
      by: who(row.made_by),
      state: states[at] ?? standing.state,
    })),
    photos,
    names,
    may: { publish: mayDo(viewer, 'asset.publish', standing.state.area_id) },
    links,
    privateReads: reads?.map(({ read_at, ...read }) => ({ ...read, at: read_at.toISOString() })) ?? null,
  };
}

/** An import's revision that lacks what it wrote later is told by the one that has it, which was kept before the first edit. */
function withoutHalves(rows: RevisionRow[]): RevisionRow[] {
  return rows.flatMap((row, at) => {
    const [newer, older] = [rows[at - 1], rows[at + 1]];
    if (newer?.made_by === 'before' && row.made_by.startsWith('import:')) return [];
    const isWhole = row.made_by === 'before' && older?.made_by.startsWith('import:');
    return [isWhole && older ? { ...row, made_at: older.made_at, made_by: older.made_by } : row];
  });
}

async function sayWho(db: Queryable, rows: RevisionRow[]): Promise<(mark: string) => HistoryEntry['by']> {
  const marks = [...new Set(rows.map(({ made_by }) => made_by))];
  const after = (prefix: string) => marks.flatMap((mark) => (mark.startsWith(prefix) ? [mark.slice(prefix.length)] : []));
  const [accounts, sources] = await Promise.all([accountNames(db, after('account:')), sourceNames(db, after('import:'))]);
  return (mark) => {
    const [, type, key = ''] = /^(account|import):(.*)$/.exec(mark) ?? [];
    if (type === 'account') return { type, name: accounts.find(({ id }) => id === key)?.name ?? null };
    if (type === 'import') return { type, name: sources.find(({ slug }) => slug === key)?.name ?? key };
    return { type: 'other', name: mark };
  };
}
