import type { District } from '../contract/district.ts';
import type { Queryable } from '../db/database.ts';

type DistrictRow = Omit<District, 'bounds' | 'credits'> & {
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  credits: string[];
};

export const districtRow = (db: Queryable) =>
  db.query<DistrictRow>(
    'district',
    `select d.name, d.place, d.place_cy, d.strapline, d.strapline_cy, d.notice, d.notice_cy,
      array(select distinct credit from sources where credit is not null order by credit) as credits,
      min(v.west) as west, min(v.south) as south, max(v.east) as east, max(v.north) as north
    from district d left join area_versions v on v.ends_on is null
    group by d.only_row`,
  );
