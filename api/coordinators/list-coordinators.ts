import type { Coordinators } from '../contract/coordinator.ts';
import type { Deps } from '../deps.ts';
import { loadCoordinators } from './load-coordinators.ts';
import { presentCoordinator } from './present-coordinator.ts';

export async function listCoordinators(deps: Pick<Deps, 'db' | 'clock'>): Promise<Coordinators> {
  return { items: (await loadCoordinators(deps)).map(presentCoordinator) };
}
