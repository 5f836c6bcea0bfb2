import { requireSomewhere } from '../accounts/require-right.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { type RunRow, runById } from './run-queries.ts';

/** A run that this viewer may see and move on: their own, and for stewards everyone's. Throws not-found for any other. */
export async function loadRun(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<RunRow> {
  const run = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await runById(deps.db, id) : undefined;
  if (!run || (viewer.role !== 'steward' && run.account_id !== viewer.accountId)) throw notFound('There is no such run.');
  await requireSomewhere(deps, viewer, rightOf(run));
  return run;
}

export const rightOf = ({ type }: Pick<RunRow, 'type'>) => (type === 'import' ? 'import.run' : 'bulk.change');
