import type { SignedIn } from '../contract/viewer.ts';
import type { WalkEntry, WalkOutcome } from '../contract/walk-about.ts';
import type { Deps } from '../deps.ts';
import { savePhoto } from '../photos/save-photo.ts';
import { takeEntry } from './take-entry.ts';
import { entryRow } from './walk-queries.ts';

type WalkDeps = Pick<Deps, 'db' | 'clock'> & { dataDir: string };

/**
 * Takes an entry, then the photo of what was seen. Both may be sent again: the same photo is one. A photo that cannot be kept does not hold
 * up the rest, nor does one of what waits for somebody else: there is nothing yet that it could stand with.
 */
export async function takeWithPhoto(
  deps: WalkDeps,
  viewer: SignedIn,
  entry: WalkEntry,
  { locale, photo }: { locale: string; photo: Uint8Array | null },
): Promise<WalkOutcome> {
  const outcome = await takeEntry(deps, viewer, entry, { locale });
  if ('refused' in outcome || photo === null || entry.act !== 'new') return outcome;
  const made = (await entryRow(deps.db, entry.id))?.undo.find((undo) => undo.part === 'made');
  const saved = made && (await savePhoto(deps, viewer, { assetId: made.assetId, bytes: photo, alt: entry.name }));
  return { ...outcome, withoutPhoto: !saved || 'wrong' in saved };
}
