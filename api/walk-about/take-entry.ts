import { requireRight } from '../accounts/require-right.ts';
import { areaOf } from '../assets/area-of.ts';
import type { DeskAction, SignedIn } from '../contract/viewer.ts';
import type { WalkAct, WalkEntry, WalkOutcome, WalkRefusal } from '../contract/walk-about.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { addSeen } from './add-seen.ts';
import { noteWalked } from './note-walked.ts';
import { entryRow, insertEntry, setEntryUndo } from './walk-queries.ts';

const rightFor: Record<WalkAct, DeskAction> = {
  right: 'check.log',
  closed: 'check.log',
  'not-here': 'check.log',
  different: 'check.log',
  told: 'connection.log',
  'walked-along': 'connection.log',
  introduced: 'connection.log',
};

/**
 * Takes what was noted on a walk, once however often it is sent, as of when it was noted. What cannot be taken is answered with why: it stays
 * with who noted it.
 */
export async function takeEntry(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  entry: WalkEntry,
  { locale }: { locale: string },
): Promise<WalkOutcome> {
  if (entry.accountId !== viewer.accountId) return { refused: 'other-account' };
  const before = await entryRow(deps.db, entry.id);
  if (before) return whose(before.account_id, viewer, entry);
  if (isTooOld(entry)) return { refused: 'too-old' };
  try {
    if (entry.act !== 'new') await requireRight(deps, viewer, rightFor[entry.act], await areaOf(deps, entry.assetId));
    return await takeNew(deps, viewer, entry, locale);
  } catch (error) {
    const refused = error instanceof DomainError ? refusals[error.code] : undefined;
    if (refused) return { refused };
    throw error;
  }
}

async function takeNew(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, entry: WalkEntry, locale: string): Promise<WalkOutcome> {
  const now = deps.clock.now();
  const noted = { now, at: new Date(now.getTime() - entry.ageMs) };
  return deps.db.transaction(async (tx) => {
    const isNew = await insertEntry(tx, { id: entry.id, accountId: viewer.accountId, now, act: entry.act });
    if (!isNew) return whose((await entryRow(tx, entry.id))?.account_id, viewer, entry);
    const done =
      entry.act === 'new'
        ? await addSeen({ db: deps.db, tx }, viewer, { entry, noted, locale })
        : await noteWalked(tx, viewer, { entry, noted });
    await setEntryUndo(tx, entry.id, done);
    return taken(entry.id);
  });
}

const taken = (id: string): WalkOutcome => ({ taken: id, withoutPhoto: false });

const whose = (accountId: string | undefined, viewer: SignedIn, { id }: WalkEntry): WalkOutcome =>
  accountId === viewer.accountId ? taken(id) : { refused: 'other-account' };

/** Of a visit longer ago nobody can say that it is still so. What was seen or is different then may still be worth a look. */
const isTooOld = ({ act, ageMs }: WalkEntry) => ageMs > longestAgeMs && act !== 'new' && act !== 'different' && act !== 'not-here';
const longestAgeMs = 14 * 86_400_000;

const refusals: Partial<Record<DomainError['code'], WalkRefusal>> = {
  'not-yours': 'not-yours',
  'not-found': 'gone',
  gone: 'gone',
  'edited-meanwhile': 'edited',
  'bad-request': 'not-understood',
};
