import type { RecutInList } from '../contract/recut.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { recutsToTell } from './recut-queries.ts';

/** Changes of boundaries that somebody asks a steward for; nobody else is told. */
export async function listAskedRecuts({ db }: Pick<Deps, 'db'>, viewer: SignedIn): Promise<RecutInList[]> {
  if (viewer.role !== 'steward') return [];
  return (await recutsToTell(db))
    .filter(({ state }) => state === 'asked')
    .map(({ starts_on: startsOn, made_by: madeBy, ...recut }) => ({ ...recut, startsOn, madeBy }));
}
