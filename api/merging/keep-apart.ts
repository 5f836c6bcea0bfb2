import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { sayNotSame } from '../duplicates/say-not-same.ts';
import { openPair } from './merge-assets.ts';

/** Somebody who may make one of them found that they are two: nobody is asked again. */
export async function keepApart(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, ids: [string, string]): Promise<void> {
  await openPair(deps, viewer, ids);
  await sayNotSame(deps, ids, viewer);
}
