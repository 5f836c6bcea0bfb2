import type { ConnectionKind } from '../contract/connection.ts';
import type { Insight } from '../contract/insight.ts';
import { toldParts, toldShare } from '../quality/small-counts-rules.ts';

interface Sum {
  what: ConnectionKind;
  of_institution: boolean;
  count: number;
}

/** Of a month: what coordinators and builders did, and how much of it led to what neighbours run. */
export function presentConnections(sums: Sum[]): Insight['connections'] {
  const total = (isCounted: (sum: Sum) => boolean) => sums.filter(isCounted).reduce((all, { count }) => all + count, 0);
  const of = (what: ConnectionKind) => total((sum) => sum.what === what);
  const told = toldParts({ told: of('told'), walkedAlong: of('walked-along'), introduced: of('introduced') });
  const all = total(() => true);
  const toInstitutions = total(({ of_institution }) => of_institution);
  // Neither side may be too few to tell: one gives the other away.
  const share = toldShare(toInstitutions, all);
  return { ...told, neighbourly: share === null ? null : toldShare(all - toInstitutions, all) };
}
