import type { NamedArea } from '../contract/people.ts';
import type { DeskAction, SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { allAreas, allCoordinators } from './people-queries.ts';
import { mayDo } from './rights-rules.ts';

/** The areas in which the viewer may do something, by name. */
export async function areasFor({ db }: Pick<Deps, 'db'>, viewer: SignedIn, action: DeskAction): Promise<NamedArea[]> {
  return (await allAreas(db)).filter(({ id }) => mayDo(viewer, action, id));
}

/** Whoever can look after an area, by name. */
export async function listCoordinatorNames({ db }: Pick<Deps, 'db'>): Promise<{ id: string; name: string; hasAccount: boolean }[]> {
  return (await allCoordinators(db)).map(({ id, name, has_account: hasAccount }) => ({ id, name, hasAccount }));
}
