import { refuse } from '../accounts/require-right.ts';
import type { RecutDecided, RecutDecision } from '../contract/recut.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { standingAreas } from './boundary-queries.ts';
import { carryOutRecuts } from './carry-out-recuts.ts';
import { isStale } from './is-stale.ts';
import {
  areasOfRecut,
  holdRecut,
  insertRecut,
  insertRecutAreas,
  plannedFor,
  type RecutAreaRow,
  setRecutPeople,
  setRecutState,
} from './recut-queries.ts';
import type { PlannedArea } from './recut-rules.ts';
import { findRecut, mayDecide } from './show-recut.ts';

type RecutDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

/**
 * From a day on it shall be so; for areas of others too, a steward is asked. What is for today is done at once. Answers what became of it;
 * `stale`, `waits` and `over`: nothing, because boundaries have changed, or are to change by another, or it was decided already.
 */
export async function decideRecut(deps: RecutDeps, viewer: SignedIn, { id, from, people }: RecutDecision): Promise<RecutDecided> {
  await findRecut(deps, viewer, id);
  const decided = await deps.db.transaction(async (tx): Promise<RecutDecided> => {
    const [recut] = await holdRecut(tx, id);
    const areas = await areasOfRecut(tx, id);
    if (recut?.state !== 'draft' && recut?.state !== 'asked') return 'over';
    if (await isStale(tx, areas)) return 'stale';
    const ids = areas.map(({ area_id }) => area_id);
    if ((await plannedFor(tx, ids, id)).length > 0) return 'waits';
    for (const { areaId, population, source } of people)
      await setRecutPeople(tx, id, { areaId, population, source: source || null, guessed: false });
    const state = mayDecide(viewer, areas) ? 'planned' : 'asked';
    await setRecutState(tx, id, { state, startsOn: from });
    return state;
  });
  if (decided === 'planned' && from <= londonDate(deps.clock.now())) await carryOutRecuts(deps);
  return decided;
}

/** It shall not be: as though it had only been drawn. What is done already stays. */
export async function undoRecut(deps: RecutDeps, viewer: SignedIn, id: string): Promise<void> {
  const { recut, areas } = await findRecut(deps, viewer, id);
  const isOwnWish = recut.state === 'asked' && recut.account_id === viewer.accountId;
  if (!mayDecide(viewer, areas) && !isOwnWish) throw await refuse(deps, viewer, 'area.draw', areas[0]?.area_id ?? null);
  await deps.db.transaction(async (tx) => {
    const [held] = await holdRecut(tx, id);
    if (held && held.state !== 'done') await setRecutState(tx, id, { state: 'draft', startsOn: null });
  });
}

/** Draws anew how it was before something was done, to be looked at like any other change. Null: boundaries have changed again since. */
export async function drawBack(deps: RecutDeps, viewer: SignedIn, id: string): Promise<string | null> {
  const { recut, areas } = await findRecut(deps, viewer, id);
  const standing = new Map((await standingAreas(deps.db)).map((area) => [area.id, area]));
  const isAsLeft = areas.every(({ area_id, ground }) => (ground ? standing.get(area_id)?.recut_id === id : !standing.has(area_id)));
  if (recut.state !== 'done' || !isAsLeft) return null;
  const heir = areas.find(({ was }) => was !== null)?.area_id ?? null;
  const back = areas.map((area) => turnedBack(area, { versionId: standing.get(area.area_id)?.version_id ?? null, heir }));
  return deps.db.transaction((tx) => keep(tx, deps, { viewer, back }));
}

function turnedBack(area: RecutAreaRow, { versionId, heir }: { versionId: string | null; heir: string | null }): PlannedArea {
  const { area_id, name, name_cy, was, ground, population, population_source, population_guessed } = area;
  return {
    ...{ area_id, is_new: false, name, name_cy, version_id: versionId, inherits_from: null },
    was: ground && { ground, population, population_source, population_guessed },
    ...{ ground: was?.ground ?? null, population: was?.population ?? null, population_source: was?.population_source ?? null },
    ...{ population_guessed: was?.population_guessed ?? false, heir_id: was ? null : (area.inherits_from ?? heir) },
  };
}

async function keep(tx: Queryable, { clock }: RecutDeps, { viewer, back }: { viewer: SignedIn; back: PlannedArea[] }): Promise<string> {
  const made = { kind: 'back' as const, leftOpen: [], now: clock.now(), accountId: viewer.accountId, madeBy: viewer.name };
  const id = await insertRecut(tx, made);
  await insertRecutAreas(tx, id, back);
  return id;
}
