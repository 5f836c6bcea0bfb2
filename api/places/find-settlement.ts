import type { Queryable } from '../db/database.ts';
import { foldText } from '../search/fold-text.ts';
import { isSettlement } from './find-named-place.ts';
import type { FoundPlace } from './find-place.ts';
import { placesBegun } from './place-queries.ts';

/** A town, village or district by its whole name, in English or Welsh: what someone means who types "Llanderw" and nothing else. */
export async function findSettlement(db: Queryable, text: string): Promise<FoundPlace | null> {
  const folded = foldText(text);
  if (folded.length < 3) return null;
  const found = (await placesBegun(db, folded)).find((place) => place.folded === folded && isSettlement(place));
  return found ? { label: found.name, type: 'place', point: { lat: found.lat, lng: found.lng }, isSettlement: true } : null;
}
