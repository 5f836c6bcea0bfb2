import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { foldText } from '../search/fold-text.ts';
import { placesBegun } from './place-queries.ts';

const settlements = new Set(['town', 'village', 'district']);

/** A town, village or district by its whole name, in English or Welsh: what someone means who types "Llanderw" and nothing else. */
export async function findSettlement(db: Queryable, text: string): Promise<{ label: string; point: Point } | null> {
  const folded = foldText(text);
  if (folded.length < 3) return null;
  const found = (await placesBegun(db, folded)).find((place) => place.folded === folded && settlements.has(place.type));
  return found ? { label: found.name, point: { lat: found.lat, lng: found.lng } } : null;
}
