import { mayDo, mayDoSomewhere } from '../accounts/rights-rules.ts';
import type { AreaFinding, DeskArea, DeskAreas, DrawnArea, Outline } from '../contract/recut.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound, notYours } from '../errors.ts';
import { squareMetres } from '../geo/ground.ts';
import { areaKeepers } from './area-keepers.ts';
import { type StandingRow, standingAreas, versionsOfArea } from './boundary-queries.ts';
import { findThin, findUnkept } from './finding-rules.ts';
import { groundFindings } from './ground-findings.ts';
import { recutsToTell } from './recut-queries.ts';

type AreaDeps = Pick<Deps, 'db' | 'clock'>;

/** The viewer's areas with what wants a hand and what is to change; for stewards all. */
export async function listDeskAreas(deps: AreaDeps, viewer: SignedIn): Promise<DeskAreas> {
  const [rows, keepers, ground, recuts] = await Promise.all([
    standingAreas(deps.db),
    areaKeepers(deps),
    groundFindings(deps.db),
    recutsToTell(deps.db),
  ]);
  const isTheirs = (id: string) => viewer.role === 'steward' || viewer.areas.some((area) => area.id === id);
  const findings = [...findUnkept(rows, keepers), ...findThin(rows, keepers), ...ground.findings];
  return {
    areas: rows.filter(({ id }) => isTheirs(id)).map((row) => toDeskArea(row, { viewer, keepers: keepers.get(row.id) ?? [] })),
    findings: findings.filter((finding) => idsIn(finding).some(isTheirs) || viewer.role === 'steward'),
    recuts: recuts
      .filter(({ areas }) => areas.some(({ id }) => isTheirs(id)))
      .map(({ starts_on: startsOn, made_by: madeBy, ...recut }) => ({ ...recut, startsOn, madeBy })),
  };
}

/** One area with all that its editor begins with. Throws not-found, or not-yours where its boundary is somebody else's. */
export async function findDrawnArea(deps: AreaDeps, viewer: SignedIn, slug: string): Promise<DrawnArea> {
  const rows = await standingAreas(deps.db);
  const row = rows.find((each) => each.slug === slug);
  if (!row) throw notFound('There is no area of that name.');
  if (!mayDo(viewer, 'area.draw', row.id)) throw notYours();
  const [keepers, versions] = await Promise.all([areaKeepers(deps), versionsOfArea(deps.db, row.id)]);
  return {
    ...toDeskArea(row, { viewer, keepers: keepers.get(row.id) ?? [] }),
    geometry: { type: 'MultiPolygon', coordinates: row.ground },
    others: rows.filter(({ id }) => id !== row.id).map(({ id, slug, name, name_cy }) => ({ id, slug, name, name_cy })),
    versions: versions.map(({ starts_on: startsOn, ends_on: endsOn, population_source: populationSource, ground, population }) => ({
      ...{ startsOn, endsOn, population, populationSource },
      squareMetres: squareMetres(ground),
    })),
  };
}

/** Every boundary for the map, and ground that nobody has. `slug`: the one that is being drawn. */
export async function outlineAreas({ db }: AreaDeps, viewer: SignedIn, slug: string | null): Promise<Outline[]> {
  if (!mayDoSomewhere(viewer, 'area.draw')) throw notYours();
  const [rows, { open }] = await Promise.all([standingAreas(db), groundFindings(db)]);
  const outlines = rows.map(
    (row): Outline => ({
      how: row.slug === slug ? 'mine' : 'stands',
      name: row.name,
      name_cy: row.name_cy,
      geometry: { type: 'MultiPolygon', coordinates: row.ground },
    }),
  );
  return open.length > 0 ? [...outlines, nobodysGround(open)] : outlines;
}

export const nobodysGround = (coordinates: number[][][][]): Outline => ({
  how: 'open',
  name: '',
  name_cy: null,
  geometry: { type: 'MultiPolygon', coordinates },
});

function toDeskArea(row: StandingRow, { viewer, keepers }: { viewer: SignedIn; keepers: DeskArea['keepers'] }): DeskArea {
  const { id, slug, name, name_cy, population, population_source, population_guessed, starts_on: since, assets } = row;
  return {
    ...{ id, slug, name, name_cy, population, since, assets },
    populationSource: population_source,
    populationGuessed: population_guessed,
    keepers: keepers.map(({ name, role, until }) => ({ name, role, until })),
    mayDraw: mayDo(viewer, 'area.draw', id),
  };
}

function idsIn(finding: AreaFinding): string[] {
  if (finding.type === 'nobody') return [finding.area.id];
  return finding.type === 'open' ? [] : finding.areas.map(({ id }) => id);
}
