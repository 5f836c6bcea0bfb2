import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { countFromBuildersIn } from './review-queries.ts';
import { whereFor } from './where-for.ts';

/** How many changes and photos of builders and groups wait for this viewer: they are answered in review, and no cards of Today. */
export const countFromBuilders = ({ db }: Pick<Deps, 'db'>, viewer: SignedIn): Promise<number> => countFromBuildersIn(db, whereFor(viewer));
