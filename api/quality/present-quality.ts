import type { AreaQuality, Quality, QualityFigures } from '../contract/quality.ts';
import type { QualityRow } from './quality-queries.ts';
import { toldCount, toldParts, toldShare } from './small-counts-rules.ts';

type Counts = Omit<QualityRow, 'slug' | 'name' | 'name_cy'>;

export function presentQuality(rows: QualityRow[], on: string): Quality {
  return { on, all: presentFigures(sumOf(rows)), areas: rows.flatMap((row) => presentArea(row)) };
}

function presentArea({ slug, name, name_cy, ...counts }: QualityRow): AreaQuality[] {
  return slug && name ? [{ slug, name, name_cy, ...presentFigures(counts) }] : [];
}

/** Nothing that is too few to tell leaves. */
export function presentFigures(counts: Counts): QualityFigures {
  const listed = counts.fresh + counts.ageing + counts.stale;
  const by = toldParts({ group: counts.by_group, coordinator: counts.by_coordinator, resident: counts.by_resident });
  return {
    listed: toldCount(listed),
    lapsed: toldCount(counts.lapsed),
    checked: toldCount(counts.checked),
    share: toldShare(counts.checked, listed + counts.lapsed),
    by,
    ageing: toldCount(counts.ageing),
    stale: toldCount(counts.stale),
    asked: toldCount(counts.asked),
    answered: toldCount(counts.answered),
  };
}

export function sumOf(rows: Counts[]): Counts {
  const sum: Counts = {
    ...{ fresh: 0, ageing: 0, stale: 0, lapsed: 0, checked: 0 },
    ...{ by_group: 0, by_coordinator: 0, by_resident: 0, asked: 0, answered: 0 },
  };
  for (const row of rows) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += row[name];
  return sum;
}
