import { refuse, requireRight } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { Arrangement, Cover, HandOver } from '../contract/people.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { arrangementsFrom, endArrangement, holdLeadsBeyond, insertArrangement } from './arrangement-queries.ts';
import { tellOfCover, tellOfEnd } from './tell-cover.ts';

type CoverDeps = Pick<Deps, 'db' | 'clock'>;

/** Who looks after what from today on, in the areas for which the viewer may arrange it. */
export async function listArrangements({ db, clock }: CoverDeps, viewer: SignedIn): Promise<Arrangement[]> {
  const rows = await arrangementsFrom(db, londonDate(clock.now()));
  return rows
    .filter(({ area }) => mayDo(viewer, 'area.cover', area.id))
    .map(({ starts_on: startsOn, ends_on: endsOn, ...row }) => ({ ...row, startsOn, endsOn }));
}

/** Somebody stands in for some days, and is told so by letter; whoever leads leads on. */
export async function arrangeCover(
  deps: CoverDeps,
  viewer: SignedIn,
  { areaId, coordinatorId, from, until, publicUrl }: Cover & { publicUrl: string },
): Promise<void> {
  await requireRight(deps, viewer, 'area.cover', areaId);
  await deps.db.transaction(async (tx) => {
    const id = await insertArrangement(tx, { areaId, coordinatorId, role: 'cover', startsOn: from, endsOn: until });
    if (id) await tellOfCover(tx, id, { viewer, now: deps.clock.now(), publicUrl });
  });
}

/** Nobody stands in from today on, and whoever did is told. Throws not-found for what is no cover that still lasts. */
export async function endCover(deps: CoverDeps, viewer: SignedIn, { id, publicUrl }: { id: string; publicUrl: string }): Promise<void> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const cover = (await arrangementsFrom(deps.db, today)).find((each) => each.id === id && each.role === 'cover');
  if (!cover) throw notFound('Nobody stands in there any more.');
  await requireRight(deps, viewer, 'area.cover', cover.area.id);
  await deps.db.transaction(async (tx) => {
    await tellOfEnd(tx, id, { viewer, now, publicUrl, hasBegun: cover.starts_on <= today });
    await endArrangement(tx, id, addDays(today, -1));
  });
}

/** All that somebody leads goes to somebody else from a day on, for as long as it was theirs. For stewards. Answers how many areas. */
export async function handOver(deps: CoverDeps, viewer: SignedIn, { fromCoordinatorId, toCoordinatorId, from }: HandOver): Promise<number> {
  if (viewer.role !== 'steward') throw await refuse(deps, viewer, 'area.cover', null);
  return deps.db.transaction(async (tx) => {
    const led = await holdLeadsBeyond(tx, fromCoordinatorId, from);
    for (const { id, area_id: areaId, starts_on, ends_on: endsOn } of led) {
      const startsOn = starts_on > from ? starts_on : from;
      await endArrangement(tx, id, addDays(startsOn, -1));
      await insertArrangement(tx, { areaId, coordinatorId: toCoordinatorId, role: 'lead', startsOn, endsOn });
    }
    return led.length;
  });
}
