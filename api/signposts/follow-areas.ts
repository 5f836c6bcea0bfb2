import type { Queryable } from '../db/database.ts';
import { addAreaToSignposts, replaceAreaInSignposts } from './signpost-queries.ts';

/** A service for an area is there for its new part as well. */
export async function serveNewPart(tx: Queryable, { of, part }: { of: string; part: string }): Promise<void> {
  await addAreaToSignposts(tx, of, part);
}

/** A service for an area that ends is there for whoever has its ground; for nobody else when nobody has. */
export async function serveHeir(tx: Queryable, { of, heir }: { of: string; heir: string | null }): Promise<void> {
  if (heir !== null) await replaceAreaInSignposts(tx, of, heir);
}
