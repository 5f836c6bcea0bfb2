import type { Person, RefusedAttempt } from '../contract/people.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound, notYours } from '../errors.ts';
import { londonDate } from '../time/london-time.ts';
import { type PersonRow, people, refusedActions } from './people-queries.ts';
import { changesFor, maySee } from './people-rules.ts';

type PeopleDeps = Pick<Deps, 'db' | 'clock'>;

/** Those whom the viewer looks after: stewards first, then coordinators, then builders. */
export async function listPeople({ db, clock }: PeopleDeps, viewer: SignedIn): Promise<Person[]> {
  const rows = await people(db, { today: londonDate(clock.now()) });
  return rows.map((row) => toPerson(viewer, row)).filter((person) => maySee(viewer, person));
}

/** Throws not-found, also for who is nothing to the viewer. */
export async function findPerson({ db, clock }: PeopleDeps, viewer: SignedIn, id: string): Promise<Person> {
  const [row] = isUuid(id) ? await people(db, { today: londonDate(clock.now()), id }) : [];
  const person = row && toPerson(viewer, row);
  if (!person || !maySee(viewer, person)) throw notFound('There is nobody of that name for you to look after.');
  return person;
}

/** The latest attempts without the right to; for stewards. */
export async function listRefusedAttempts({ db }: PeopleDeps, viewer: SignedIn): Promise<RefusedAttempt[]> {
  if (viewer.role !== 'steward') throw notYours();
  return (await refusedActions(db)).map((row) => ({ ...row, at: row.at.toISOString() }));
}

function toPerson(viewer: SignedIn, { last_seen_on: lastSeenOn, ...row }: PersonRow): Person {
  return { ...row, lastSeenOn, changes: changesFor(viewer, { ...row, lastSeenOn }) };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
