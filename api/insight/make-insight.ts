import { requireRight } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import { sumConnections } from '../connections/sum-connections.ts';
import type { Coverage, Insight } from '../contract/insight.ts';
import { fewestTold } from '../contract/quality.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { listGaps } from '../gaps/list-gaps.ts';
import { findFiguresOf } from '../quality/find-quality.ts';
import { toldCount } from '../quality/small-counts-rules.ts';
import { londonDate } from '../time/london-time.ts';
import { type CoverageRow, coverageOf, type InsightAreaRow, insightAreas, viewedButStale } from './insight-queries.ts';
import { presentConnections } from './present-connections.ts';

type InsightDeps = Pick<Deps, 'db' | 'clock'>;

export interface InsightAsked {
  /** YYYY-MM; this one unless told. */
  month: string | null;
  /** Slug; all that are theirs unless told. */
  area: string | null;
}

/** A patch in figures, of the areas where this viewer may look. Nothing in it is too few to tell. Throws not-yours, not-found. */
export async function makeInsight(deps: InsightDeps, viewer: SignedIn, asked: InsightAsked): Promise<Insight> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const month = asked.month ?? today.slice(0, 7);
  const all = await insightAreas(deps.db);
  const mine = all.filter(({ id }) => mayDo(viewer, 'insight.read', id));
  const chosen = asked.area === null ? mine : [await chosenArea(deps, viewer, all, asked.area)];
  if (chosen.length === 0) await requireRight(deps, viewer, 'insight.read', null);
  const slugs = chosen.map(({ slug }) => slug);
  const population = populationOf(chosen);
  const [coverage, freshness, gaps, connections, viewed] = await Promise.all([
    coverageOf(deps.db, slugs),
    findFiguresOf(deps, slugs),
    listGaps(deps),
    sumConnections(deps, slugs, `${month}-01`),
    viewedButStale(deps.db, { areas: slugs, now, least: fewestTold }),
  ]);
  const coverageBy = (what: CoverageRow['of']) => coverage.filter((row) => row.of === what).map((row) => presentCoverage(row, population));
  return {
    month,
    areas: mine.map(({ slug, name, name_cy }) => ({ slug, name, name_cy })),
    area: asked.area,
    population,
    kinds: coverageBy('kind'),
    topics: coverageBy('topic'),
    freshness,
    gaps: gaps.flatMap(({ area, term, looks, month: of }) =>
      of === month && area !== null && slugs.includes(area) ? [{ term, looks }] : [],
    ),
    connections: presentConnections(connections),
    viewedButStale: viewed,
  };
}

async function chosenArea(deps: InsightDeps, viewer: SignedIn, all: InsightAreaRow[], slug: string): Promise<InsightAreaRow> {
  const area = all.find((each) => each.slug === slug);
  if (!area) throw notFound('There is no such area.');
  await requireRight(deps, viewer, 'insight.read', area.id);
  return area;
}

/** Null where it is not known of one of them: half a sum would mislead. */
function populationOf(areas: InsightAreaRow[]): number | null {
  const known = areas.flatMap(({ population }) => population ?? []);
  return known.length === areas.length && known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : null;
}

function presentCoverage({ slug, label, label_cy, count }: CoverageRow, population: number | null): Coverage {
  const told = toldCount(count);
  const perThousand = told === null || !population ? null : Math.round((10_000 * told) / population) / 10;
  return { slug, label, label_cy, count: told, perThousand };
}
