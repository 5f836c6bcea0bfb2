import type { Queryable } from '../db/database.ts';
import { foldText } from '../search/fold-text.ts';
import { placesBegun, postcodesBegun } from './place-queries.ts';

export interface BegunPlace {
  /** As people write it. */
  name: string;
  /** `postcode`, or what kind of place it is. */
  type: string;
}

const fewestLetters = 2;
const postcodeBegun = /^[a-z]{1,2}\d[a-z\d]{0,5}$/;

/** Postcodes, towns, streets and landmarks that begin so, whole names first; of several with one name the first. */
export async function listPlacesBegun(db: Queryable, text: string, most: number): Promise<BegunPlace[]> {
  const folded = foldText(text);
  const joined = folded.replaceAll(' ', '');
  if (postcodeBegun.test(joined)) {
    const rows = await postcodesBegun(db, joined.toUpperCase(), most);
    return rows.map(({ postcode }) => ({ name: postcode, type: 'postcode' }));
  }
  if (folded.length < fewestLetters) return [];
  const rows = await placesBegun(db, folded);
  return [...new Map(rows.toReversed().map(({ name, type }) => [name, { name, type }])).values()].toReversed().slice(0, most);
}
