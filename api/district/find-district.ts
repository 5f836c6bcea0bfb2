import type { District } from '../contract/district.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';

type DistrictRow = Omit<District, 'bounds' | 'credits'> & {
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  credits: string[];
};

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

const districtRow = (db: Queryable) =>
  db.query<DistrictRow>(
    'district',
    `select d.name, d.place, d.place_cy, d.strapline, d.strapline_cy, d.notice, d.notice_cy,
      array(select distinct credit from sources where credit is not null order by credit) as credits,
      min(v.west) as west, min(v.south) as south, max(v.east) as east, max(v.north) as north
    from district d left join area_versions v on v.ends_on is null
    group by d.only_row`,
  );
