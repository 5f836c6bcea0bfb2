import type { AreaKeeper } from '../contract/recut.ts';
import { loadCoordinators } from '../coordinators/load-coordinators.ts';
import type { Deps } from '../deps.ts';

/** Area id → who looks after it today, leads first. */
export async function areaKeepers(deps: Pick<Deps, 'db' | 'clock'>): Promise<Map<string, (AreaKeeper & { id: string })[]>> {
  const keepers = new Map<string, (AreaKeeper & { id: string })[]>();
  for (const { row, assignments } of await loadCoordinators(deps)) {
    for (const { area_id, role, ends_on: until } of assignments)
      keepers.set(area_id, [...(keepers.get(area_id) ?? []), { id: row.id, name: row.name, role, until }]);
  }
  for (const each of keepers.values()) each.sort((one, other) => other.role.localeCompare(one.role));
  return keepers;
}
