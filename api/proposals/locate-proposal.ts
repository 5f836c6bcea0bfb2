import { loadAreaFinder } from '../areas/area-finder.ts';
import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { Point } from '../contract/geo.ts';
import type { Proposal } from '../contract/proposal.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import { areaNames, venueNamed } from './place-queries.ts';

/** Where a proposal is, whose area that is, and who will read it. */
export interface ProposalPlace {
  place: { label: string; point: Point } | null;
  venueId: string | null;
  area: { id: string; slug: string; name: string; name_cy: string | null } | null;
  coordinator: CoordinatorCard | null;
}

/** By the place as typed: postcode, hall, street or town; else by the area that was chosen. */
export async function locateProposal(deps: Pick<Deps, 'db' | 'clock'>, { place: typed, area: chosen }: Proposal): Promise<ProposalPlace> {
  const [place, areas, finder] = await Promise.all([findAnyPlace(deps, typed), areaNames(deps.db), loadAreaFinder(deps.db)]);
  const inside = place && finder.areaAt(place.point);
  const area = areas.find(({ id, slug }) => (inside ? id === inside.id : slug === chosen)) ?? null;
  const here = area ? ((await coordinatorsOfAreas(deps, [area.id])).get(area.id) ?? []) : [];
  return {
    place,
    venueId: place && (await venueNamed(deps.db, place.label, place.point)),
    area,
    coordinator: here.find(({ email }) => email) ?? here[0] ?? null,
  };
}

/** "Green Hall, QX3 2AB" is where its postcode is, unless the whole means something to us. */
async function findAnyPlace(deps: Pick<Deps, 'db' | 'clock'>, typed: string): Promise<ProposalPlace['place']> {
  const parts = [typed, typed.split(',')[0] ?? '', ...(/[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/gi.exec(typed) ?? [])];
  for (const part of new Set(parts)) {
    const found = await findPlace(deps, part);
    if (found) return { label: found.label, point: found.point };
  }
  return null;
}
