import { buildNoMore, buildThereToo } from '../accounts/follow-areas.ts';
import { recordRevisions } from '../assets/record-revisions.ts';
import { leaveArea, lookAfterNewPart } from '../coordinators/follow-areas.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { boundsOf } from '../geo/bounds-of.ts';
import { recordChange } from '../search/record-change.ts';
import { serveHeir, serveNewPart } from '../signposts/follow-areas.ts';
import { londonDate } from '../time/london-time.ts';
import { endBoundary, insertArea, insertBoundary } from './boundary-queries.ts';
import { findMoves, type Move } from './find-moves.ts';
import { isStale } from './is-stale.ts';
import { allSignpostIds, moveAssets } from './move-queries.ts';
import { recordAreaRevisions } from './record-area-revisions.ts';
import {
  areasOfRecut,
  deleteDraftsBefore,
  dueRecuts,
  holdRecut,
  type RecutAreaRow,
  type RecutRow,
  setRecutState,
} from './recut-queries.ts';
import { slugForArea } from './slug-for-area.ts';

const draftsLastMs = 30 * 86_400_000;
const batchSize = 1_000;

/** Carries out what was decided for today or earlier, one after the other, each as a whole; and forgets drafts that nobody came back to. */
export async function carryOutRecuts(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<void> {
  const now = deps.clock.now();
  for (const { id } of await dueRecuts(deps.db, londonDate(now))) await deps.db.transaction((tx) => carryOut(deps, tx, id));
  await deleteDraftsBefore(deps.db, new Date(now.getTime() - draftsLastMs));
}

/** Where boundaries have changed since, nothing is done: somebody is to look at it again. */
async function carryOut({ clock, log }: Pick<Deps, 'clock' | 'log'>, tx: Queryable, id: string): Promise<void> {
  const now = clock.now();
  const [recut] = await holdRecut(tx, id);
  if (recut?.state !== 'planned' || recut.starts_on === null) return;
  const areas = await areasOfRecut(tx, id);
  if (await isStale(tx, areas)) {
    log.warn({ recut: id }, 'boundaries have changed since this was drawn, so it was not carried out');
    await setRecutState(tx, id, { state: 'stopped', startsOn: recut.starts_on });
    return;
  }
  const moves = await findMoves(tx, areas);
  for (const area of areas) await changeArea(tx, { area, from: recut.starts_on, recutId: id, now });
  const madeBy = madeByOf(recut);
  const changed = areas.map(({ area_id }) => area_id);
  await recordAreaRevisions(tx, changed, { now, madeBy });
  await move(tx, moves, { now, madeBy });
  if (areas.some(({ is_new, ground, was }) => is_new || ground === null || was === null)) await tellSignposts(tx, now);
  await setRecutState(tx, id, { state: 'done', startsOn: recut.starts_on, doneAt: now });
}

async function changeArea(
  tx: Queryable,
  { area, from, recutId, now }: { area: RecutAreaRow; from: string; recutId: string; now: Date },
): Promise<void> {
  const { area_id: id, name, name_cy, ground, inherits_from: parent, heir_id: heir } = area;
  if (area.is_new) await insertArea(tx, { id, slug: await slugForArea(tx, name, id), name, name_cy, now });
  if (area.version_id !== null) await endBoundary(tx, area.version_id, from);
  if (parent !== null) {
    await lookAfterNewPart(tx, { of: parent, part: id, from });
    await buildThereToo(tx, { of: parent, there: id });
    await serveNewPart(tx, { of: parent, part: id });
  }
  if (ground === null) {
    if (heir !== null) await buildThereToo(tx, { of: id, there: heir });
    await buildNoMore(tx, id);
    await leaveArea(tx, id, from);
    await serveHeir(tx, { of: id, heir });
    return;
  }
  const { population, population_source, population_guessed } = area;
  await insertBoundary(tx, {
    ...{ area_id: id, recut_id: recutId, starts_on: from, geometry: { type: 'MultiPolygon', coordinates: ground }, ...boundsOf(ground) },
    ...{ population, population_source, population_guessed },
  });
}

/** Held by id, so that two who change many never wait for each other. */
async function move(tx: Queryable, moves: Move[], { now, madeBy }: { now: Date; madeBy: string }): Promise<void> {
  for (let start = 0; start < moves.length; start += batchSize) {
    const batch = moves.slice(start, start + batchSize);
    const ids = batch.map(({ id }) => id);
    await moveAssets(
      tx,
      batch.map(({ id, to }) => ({ id, area_id: to })),
      now,
    );
    await recordRevisions(tx, ids, { now, madeBy });
    await recordChange(tx, now, { assetIds: ids });
  }
}

/** A service that is there for everybody names every area there is. */
async function tellSignposts(tx: Queryable, now: Date): Promise<void> {
  await recordChange(tx, now, { signpostIds: (await allSignpostIds(tx)).map(({ id }) => id) });
}

const madeByOf = ({ account_id, made_by }: RecutRow) => (account_id === null ? made_by : `account:${account_id}`);
