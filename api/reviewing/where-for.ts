import { mayDo } from '../accounts/rights-rules.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Where } from './review-queries.ts';

/** Where this viewer answers what waits: a steward everywhere. */
export const whereFor = (viewer: SignedIn): Where => ({
  areaIds: viewer.role === 'steward' ? null : viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'suggestion.review', id) ? [id] : [])),
  andNone: mayDo(viewer, 'suggestion.review', null),
});
