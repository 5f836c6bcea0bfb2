import type { Queryable } from '../db/database.ts';
import { holidayExceptions } from './holiday-exceptions.ts';
import type { SampleIds } from './load-sample.ts';
import type { Sample } from './read-sample.ts';
import type { SampleSession } from './sample-format.ts';
import { clearSessions, insertExceptions, insertSessions } from './sample-queries.ts';
import type { SessionOwner } from './sample-rows.ts';
import { plainSession, toExceptionRows, toSessionRow } from './sample-rows.ts';

/** Writes the sessions of all assets and the open doors of all coordinators anew; answers how many there are. */
export async function loadSampleSessions(tx: Queryable, now: Date, sample: Sample, ids: SampleIds): Promise<number> {
  const terms = sample.terms.map((term) => ({ starts_on: term.from, ends_on: term.to }));
  const made = [...ofAssets(sample, ids), ...ofCoordinators(sample, ids)].map(({ session, owner, topics }) => {
    const row = toSessionRow(session, owner, now);
    const own = toExceptionRows(session.exceptions, row, terms, now);
    const holidays = holidayExceptions(plainSession(row), topics, { holidays: sample.holidays, terms, now });
    return { row, exceptions: [...own, ...holidays.filter((holiday) => own.every((each) => each.on_date !== holiday.on_date))] };
  });
  await clearSessions(tx, [...ids.assets.values()], [...ids.coordinators.values()]);
  await insertSessions(
    tx,
    made.map(({ row }) => row),
  );
  await insertExceptions(
    tx,
    made.flatMap(({ exceptions }) => exceptions),
  );
  return made.length;
}

interface OwnedSession {
  session: SampleSession;
  owner: SessionOwner;
  /** What people do there. */
  topics: string[];
}

const ofAssets = (sample: Sample, ids: SampleIds): OwnedSession[] =>
  sample.areaFiles
    .flatMap((file) => file.assets)
    .flatMap((asset) => {
      const whose = { asset_id: ids.assets.get(asset.slug) ?? null, coordinator_id: null };
      return asset.sessions.map((session, position) => ({
        session,
        owner: own(`asset:${asset.slug}`, position, session, whose, ids),
        topics: asset.topics,
      }));
    });

const ofCoordinators = (sample: Sample, ids: SampleIds): OwnedSession[] =>
  sample.coordinators.flatMap((coordinator) => {
    const whose = { asset_id: null, coordinator_id: ids.coordinators.get(coordinator.slug) ?? null };
    return coordinator.open_doors.map((session, position) => ({
      session,
      owner: own(`coordinator:${coordinator.slug}`, position, session, whose, ids),
      topics: [],
    }));
  });

function own(
  key: string,
  position: number,
  session: SampleSession,
  whose: Pick<SessionOwner, 'asset_id' | 'coordinator_id'>,
  ids: SampleIds,
): SessionOwner {
  return { ...whose, key: `${key}:${position}`, position, venue_id: ids.venues.get(session.venue ?? '') ?? null };
}
