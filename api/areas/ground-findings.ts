import type { Queryable } from '../db/database.ts';
import { boundariesVersion } from './area-queries.ts';
import { standingAreas } from './boundary-queries.ts';
import { findOverlapsAndHoles, type GroundFindings } from './finding-rules.ts';
import { groundLeftOpen } from './recut-queries.ts';

const kept = new WeakMap<Queryable, { version: string; found: Promise<GroundFindings> }>();

/** Where today's areas overlap or leave ground open; worked out once for each change of boundaries. */
export async function groundFindings(db: Queryable): Promise<GroundFindings> {
  const version = await boundariesVersion(db);
  const known = kept.get(db);
  if (known?.version === version) return known.found;
  const found = lookAt(db);
  kept.set(db, { version, found });
  found.catch(() => kept.delete(db));
  return found;
}

async function lookAt(db: Queryable): Promise<GroundFindings> {
  const [areas, leftOpen] = await Promise.all([standingAreas(db), groundLeftOpen(db)]);
  return findOverlapsAndHoles(
    areas,
    leftOpen.map(({ ground }) => ground),
  );
}
