import { mayDo } from '../accounts/rights-rules.ts';
import type { Outline, Recut, RecutArea, RecutMoves } from '../contract/recut.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { squareMetres } from '../geo/ground.ts';
import { areaKeepers } from './area-keepers.ts';
import { standingAreas } from './boundary-queries.ts';
import { findMoves, type Move } from './find-moves.ts';
import { isStale } from './is-stale.ts';
import { nobodysGround } from './list-desk-areas.ts';
import { areasOfRecut, plannedFor, type RecutAreaRow, type RecutRow, recutById } from './recut-queries.ts';

const mostNames = 50;
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A change of boundaries with all that it would touch. Throws not-found, also for whom it does not concern. */
export async function showRecut(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<Recut> {
  const { recut, areas } = await findRecut(deps, viewer, id);
  const { state, kind, starts_on: startsOn, made_by: madeBy } = recut;
  const isOver = state === 'done' || state === 'stopped';
  const ids = areas.map(({ area_id }) => area_id);
  const [keepers, moves, [inTheWay], stale] = await Promise.all([
    areaKeepers(deps),
    isOver ? [] : findMoves(deps.db, areas),
    isOver || state === 'planned' ? [] : plannedFor(deps.db, ids, id),
    isOver ? false : isStale(deps.db, areas),
  ]);
  return {
    ...{ id, kind, state, startsOn, madeBy },
    areas: areas.map((area) => presentArea(area, keepers.get(area.area_id) ?? [])),
    moves: await nameMoves(deps.db, areas, moves),
    openSquareMetres: Math.round(squareMetres(recut.left_open)),
    mayDecide: mayDecide(viewer, areas),
    waitsFor: inTheWay ? { id: inTheWay.id, startsOn: inTheWay.starts_on } : null,
    isStale: stale,
  };
}

/** What stands and what would, for the map. */
export async function outlineRecut(deps: Pick<Deps, 'db'>, viewer: SignedIn, id: string): Promise<Outline[]> {
  const { recut, areas } = await findRecut(deps, viewer, id);
  const toOutline = (how: Outline['how'], { name, name_cy }: RecutAreaRow, coordinates: number[][][][]): Outline => ({
    ...{ how, name, name_cy, geometry: { type: 'MultiPolygon', coordinates } },
  });
  return [
    ...areas.flatMap((area) => (area.was ? [toOutline('stands', area, area.was.ground)] : [])),
    ...areas.flatMap((area) => (area.ground ? [toOutline('becomes', area, area.ground)] : [])),
    ...(recut.left_open.length > 0 ? [nobodysGround(recut.left_open)] : []),
  ];
}

/** For whoever draws one of its areas; a draft, for who made it and for stewards. */
export async function findRecut(
  { db }: Pick<Deps, 'db'>,
  viewer: SignedIn,
  id: string,
): Promise<{ recut: RecutRow; areas: RecutAreaRow[] }> {
  const [recut] = isUuid(id) ? await recutById(db, id) : [];
  const areas = recut ? await areasOfRecut(db, id) : [];
  const concerns = viewer.role === 'steward' || areas.some((area) => mayDo(viewer, 'area.draw', area.area_id));
  const isTheirs = recut?.state !== 'draft' || recut.account_id === viewer.accountId || viewer.role === 'steward';
  if (!recut || !concerns || !isTheirs) throw notFound('There is no such change of boundaries for you to look at.');
  return { recut, areas };
}

/** Every area it touches must be theirs; a new one is, when it is a part of one that is. */
export const mayDecide = (viewer: SignedIn, areas: RecutAreaRow[]): boolean =>
  areas.every(({ area_id, inherits_from }) => mayDo(viewer, 'area.draw', inherits_from ?? area_id));

function presentArea(area: RecutAreaRow, keepers: RecutArea['keepers']): RecutArea {
  const { area_id: id, name, name_cy, is_new: isNew, was, ground } = area;
  return {
    ...{ id, name, name_cy, isNew, ends: ground === null },
    keepers: keepers.map(({ name, role, until }) => ({ name, role, until })),
    before: was && { population: was.population, squareMetres: squareMetres(was.ground) },
    after: ground && {
      population: area.population,
      populationSource: area.population_source,
      populationGuessed: area.population_guessed,
      squareMetres: squareMetres(ground),
    },
  };
}

/** From where to where, the most first. */
async function nameMoves(db: Queryable, planned: RecutAreaRow[], moves: Move[]): Promise<RecutMoves[]> {
  if (moves.length === 0) return [];
  const names = new Map(
    [...(await standingAreas(db)), ...planned.map(({ area_id, name, name_cy }) => ({ id: area_id, name, name_cy }))].map(
      ({ id, name, name_cy }) => [id, { id, name, name_cy }],
    ),
  );
  const flows = new Map<string, Move[]>();
  for (const each of moves) {
    const key = `${each.area_id} ${each.to}`;
    flows.set(key, [...(flows.get(key) ?? []), each]);
  }
  return [...flows.values()]
    .sort((one, other) => other.length - one.length)
    .map((flow) => ({
      from: names.get(flow[0]?.area_id ?? '') ?? null,
      to: names.get(flow[0]?.to ?? '') ?? null,
      count: flow.length,
      names: flow
        .sort((one, other) => one.name.localeCompare(other.name))
        .slice(0, mostNames)
        .map(({ name, name_cy, slug }) => ({ name, name_cy, slug })),
    }));
}
