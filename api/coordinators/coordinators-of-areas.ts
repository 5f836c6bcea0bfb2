import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { Deps } from '../deps.ts';
import { loadCoordinators } from './load-coordinators.ts';
import { presentCoordinatorCard } from './present-coordinator.ts';

/** Area id → who is there today, leads before cover. */
export async function coordinatorsOfAreas(deps: Pick<Deps, 'db' | 'clock'>, areaIds: string[]): Promise<Map<string, CoordinatorCard[]>> {
  const everyone = await loadCoordinators(deps);
  return new Map(
    areaIds.map((areaId) => {
      const here = everyone.filter(({ assignments }) => assignments.some((assignment) => assignment.area_id === areaId));
      const cards = here.map((parts) => presentCoordinatorCard(parts, areaId));
      return [areaId, [...cards.filter(({ role }) => role === 'lead'), ...cards.filter(({ role }) => role === 'cover')]];
    }),
  );
}
