import type { Coordinator } from '../contract/coordinator.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { loadCoordinators } from './load-coordinators.ts';
import { presentCoordinator } from './present-coordinator.ts';

/** Throws not-found. */
export async function findCoordinator(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<Coordinator> {
  const found = (await loadCoordinators(deps)).find(({ row }) => row.slug === slug);
  if (!found) throw notFound('Nobody of that name has an open door here; /areas leads to those who do.');
  return presentCoordinator(found);
}
