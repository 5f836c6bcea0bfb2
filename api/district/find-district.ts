import type { District } from '../contract/district.ts';
import type { Deps } from '../deps.ts';
import { districtRow } from './district-queries.ts';

/** Great Britain: what a map shows before any area is loaded. */
const wholeCountry: District['bounds'] = [-8.2, 49.9, 1.8, 59];

/** What every page says about the place it serves; plain words of our own while nothing is loaded. */
export async function findDistrict({ db }: Pick<Deps, 'db'>): Promise<District> {
  const [row] = await districtRow(db);
  if (!row)
    return {
      name: 'Open Door',
      place: 'Your neighbourhood',
      place_cy: 'Eich cymdogaeth',
      strapline: null,
      strapline_cy: null,
      notice: null,
      notice_cy: null,
      credits: [],
      bounds: wholeCountry,
    };
  const { west, south, east, north, ...words } = row;
  const bounds: District['bounds'] =
    west === null || south === null || east === null || north === null ? wholeCountry : [west, south, east, north];
  return { ...words, bounds };
}
