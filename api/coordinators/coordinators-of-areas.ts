import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { Deps } from '../deps.ts';
import { loadCoordinators } from './load-coordinators.ts';
import { presentCoordinatorCard } from './present-coordinator.ts';

/** Area id → who is there today: leads before cover, and whose door is open soonest first. */
export async function coordinatorsOfAreas(deps: Pick<Deps, 'db' | 'clock'>, areaIds: string[]): Promise<Map<string, CoordinatorCard[]>> {
  const everyone = await loadCoordinators(deps);
  return new Map(
    areaIds.map((areaId) => {
      const here = everyone.filter(({ assignments }) => assignments.some((assignment) => assignment.area_id === areaId));
      const cards = here.map((parts) => presentCoordinatorCard(parts, areaId));
      return [areaId, cards.sort((one, other) => rank(one).localeCompare(rank(other)))];
    }),
  );
}

const never = '9999';
const rank = ({ role, open_doors: [soonest], slug }: CoordinatorCard) =>
  `${role === 'lead' ? 0 : 1} ${soonest ? new Date(soonest.starts_at).toISOString() : never} ${slug}`;
