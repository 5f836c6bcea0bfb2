import { loadListings } from '../assets/load-listings.ts';
import type { Point } from '../contract/geo.ts';
import type { LookAlike } from '../contract/look-alike.ts';
import type { Deps } from '../deps.ts';
import { boxAround } from '../geo/box-around.ts';
import { foldText, foldWords } from '../search/fold-text.ts';
import { compareNames } from './compare-names.ts';
import { publicLookAlikes } from './look-alike-queries.ts';
import { bareAddress, digitsOf, judgeLikeness, nearMetres } from './look-alike-rules.ts';

export interface LookedFor {
  name: string;
  venueId: string | null;
  point: Point | null;
  phone: string | null;
  web: string | null;
}

const most = 4;

/** What is around already and may be the same thing, likest first, with why. Only what the public may see. */
export async function findLookAlikes(
  deps: Pick<Deps, 'db' | 'clock'>,
  { name, venueId, point, phone, web }: LookedFor,
): Promise<LookAlike[]> {
  const folded = foldWords(foldText(name));
  const box = point && boxAround(point, nearMetres);
  const rows = await publicLookAlikes(deps.db, { folded, venueId, point, box, phone: digitsOf(phone), web: bareAddress(web) });
  const judged = rows.flatMap((row) => {
    // What kind of thing it will be, nobody has said yet.
    const judgement = judgeLikeness(compareNames({ name, name_cy: null }, row), { ...row, place_and_doing: false });
    return judgement ? [{ id: row.id, ...judgement }] : [];
  });
  judged.sort((one, other) => other.score - one.score);
  const likest = judged.slice(0, most);
  const listings = await loadListings(
    deps,
    likest.map(({ id }) => id),
    null,
  );
  return likest.flatMap(({ id, score, likenesses }) => {
    const listing = listings.get(id);
    return listing ? [{ listing, score, likenesses }] : [];
  });
}
