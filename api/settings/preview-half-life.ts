import { requireRight } from '../accounts/require-right.ts';
import { countedFrom, freshnessOf } from '../checks/freshness-rules.ts';
import type { HalfLifePreview } from '../contract/settings.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { allSettings } from './all-settings.ts';
import { checksOfKind } from './kind-queries.ts';

/** What another half-life would make of a kind today, before it is saved. */
export async function previewHalfLife(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  { kind, days }: { kind: string; days: number },
): Promise<HalfLifePreview> {
  await requireRight(deps, viewer, 'vocabulary.edit', null);
  const [row] = await allSettings.kind.items(deps.db, kind);
  if (!row) throw notFound('There is no such kind.');
  const checks = await checksOfKind(deps.db, kind);
  const now = deps.clock.now();
  const count = (half_life_days: number) => {
    const counts = { fresh: 0, ageing: 0, stale: 0, lapsed: 0 };
    for (const check of checks) counts[freshnessOf(countedFrom({ ...check, half_life_days }), half_life_days, now)] += 1;
    return counts;
  };
  const standing = 'half_life_days' in row.state ? Number(row.state.half_life_days) : days;
  return { now: count(standing), after: count(days) };
}
