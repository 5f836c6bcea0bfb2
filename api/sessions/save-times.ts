import { randomUUID } from 'node:crypto';
import { slugChoices } from '../assets/make-slug.ts';
import type { EventState, SessionState } from '../contract/session-state.ts';
import type { Queryable } from '../db/database.ts';
import { badRequest } from '../errors.ts';
import { materialiseOccurrences } from './materialise-occurrences.ts';
import { ruleProblem } from './recurrence-rules.ts';
import {
  clearExceptions,
  eventStates,
  insertExceptions,
  putEvents,
  putSessions,
  removeOtherEvents,
  removeOtherSessions,
  sessionStates,
  takenEventSlugs,
  type Whose,
} from './times-queries.ts';

/** When something is: what comes round, and what is once. */
export interface Times {
  sessions: SessionState[];
  events: EventState[];
}

export async function loadTimes(db: Queryable, assetId: string): Promise<Times> {
  return { sessions: await sessionStates(db, { column: 'asset_id', id: assetId }), events: await eventStates(db, assetId) };
}

/** Makes the times of an asset as given, and its dates with them; what keeps its id stays the same in calendars. Throws bad-request for a rule that gives no dates. */
export async function saveTimes(tx: Queryable, now: Date, asset: { id: string; slug: string }, { sessions, events }: Times): Promise<void> {
  checkRules(sessions);
  await saveSessions(tx, { column: 'asset_id', id: asset.id }, sessions);
  await saveEvents(tx, now, asset, events);
  await materialiseOccurrences(tx, now, { assetIds: [asset.id] });
}

/** A coordinator's open doors. */
export const loadDoors = (db: Queryable, coordinatorId: string): Promise<SessionState[]> =>
  sessionStates(db, { column: 'coordinator_id', id: coordinatorId });

/** The same for a coordinator's open doors. */
export async function saveDoors(tx: Queryable, now: Date, coordinatorId: string, doors: SessionState[]): Promise<void> {
  checkRules(doors);
  await saveSessions(tx, { column: 'coordinator_id', id: coordinatorId }, doors);
  await materialiseOccurrences(tx, now, { coordinatorIds: [coordinatorId] });
}

function checkRules(sessions: SessionState[]): void {
  const problems = sessions.flatMap(({ rule, starts_on }, at) => {
    const problem = rule && starts_on && ruleProblem(rule, starts_on);
    return problem ? [{ field: `sessions.${at}.rule`, detail: problem }] : [];
  });
  if (problems.length > 0) throw badRequest(problems);
}

async function saveSessions(tx: Queryable, whose: Whose, sessions: SessionState[]): Promise<void> {
  const rows = sessions.map((session, position) => ({ ...session, id: session.id ?? randomUUID(), position }));
  const ids = rows.map(({ id }) => id);
  await removeOtherSessions(tx, whose, ids);
  await clearExceptions(tx, whose);
  if (rows.length === 0) return;
  if ((await putSessions(tx, whose, rows)).length < rows.length) throw notOurs('sessions');
  const exceptions = rows.flatMap(({ id, exceptions }) => exceptions.map((exception) => ({ ...exception, session_id: id })));
  if (exceptions.length > 0) await insertExceptions(tx, exceptions);
}

async function saveEvents(tx: Queryable, now: Date, asset: { id: string; slug: string }, events: EventState[]): Promise<void> {
  const named = events.map((event) => {
    const id = event.id ?? randomUUID();
    return { event: { ...event, id }, choices: slugChoices(event.name, id, [asset.slug, event.starts_on]) };
  });
  await removeOtherEvents(
    tx,
    asset.id,
    named.map(({ event }) => event.id),
  );
  if (named.length === 0) return;
  const taken = await takenEventSlugs(
    tx,
    named.flatMap(({ choices }) => choices),
  );
  const rows = named.map(({ event, choices }) => {
    const slug = choices.find((choice) => !taken.has(choice)) ?? event.id;
    taken.add(slug);
    return { ...event, slug };
  });
  if ((await putEvents(tx, asset.id, rows, now)).length < rows.length) throw notOurs('events');
}

const notOurs = (field: string) => badRequest([{ field, detail: 'an id is another’s' }]);
