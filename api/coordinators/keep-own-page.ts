import { refuse } from '../accounts/require-right.ts';
import { mayKeepPage } from '../accounts/rights-rules.ts';
import { markOf } from '../assets/save-asset.ts';
import { CoordinatorPage, type OpenedCoordinatorPage } from '../contract/coordinator-page.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { EditedMeanwhile, notFound } from '../errors.ts';
import { loadDoors, saveDoors } from '../sessions/save-times.ts';
import { insertPageRevision, type PageRow, pageRevisions, pageRow, updatePage, venueNames } from './page-queries.ts';

type PageDeps = Pick<Deps, 'db' | 'clock'>;

const mostShown = 20;

/** What residents see of a coordinator, to be written on: their own, or for stewards anyone's. `slug` null: one's own. Throws not-found and not-yours. */
export async function openCoordinatorPage(deps: PageDeps, viewer: SignedIn, slug: string | null): Promise<OpenedCoordinatorPage> {
  const row = await openRow(deps, viewer, slug);
  const page = await pageOf(deps.db, row);
  const rows = await pageRevisions(deps.db, row.id, mostShown);
  const history = rows.flatMap(({ id, made_at, by, snapshot }) => {
    const kept = CoordinatorPage.safeParse(snapshot);
    return kept.success ? [{ id, at: made_at.toISOString(), by, page: kept.data }] : [];
  });
  const ids = [page, ...history.map((entry) => entry.page)].flatMap(({ doors }) => doors.flatMap(({ venue_id }) => venue_id ?? []));
  const venues = await venueNames(deps.db, [...new Set(ids)]);
  const { id, slug: ownSlug, name, version } = row;
  return {
    ...{ id, slug: ownSlug, name, version, page, history },
    venues: Object.fromEntries(venues.map((venue) => [venue.id, { name: venue.name, name_cy: venue.name_cy }])),
  };
}

/** Published at once. Throws edited-meanwhile, not-found, not-yours, and bad-request for times that give no dates. */
export async function saveCoordinatorPage(
  deps: PageDeps,
  viewer: SignedIn,
  { slug, page, version }: { slug: string | null; page: CoordinatorPage; version: string },
): Promise<void> {
  const { id } = await openRow(deps, viewer, slug);
  await write(deps, viewer, { id, page: CoordinatorPage.parse(page), version });
}

/** Makes it what it was then, by a new change, so that nothing is lost. Throws not-found and not-yours. */
export async function putPageBack(
  deps: PageDeps,
  viewer: SignedIn,
  { slug, revisionId }: { slug: string | null; revisionId: number },
): Promise<void> {
  const opened = await openCoordinatorPage(deps, viewer, slug);
  const entry = opened.history.find((each) => each.id === revisionId);
  if (!entry) throw notFound('That is no moment of this page’s history.');
  // Places that are no more are left out; ids of doors that are gone may be taken again.
  const standing = new Set(opened.page.doors.map((door) => door.id));
  const doors = entry.page.doors.map((door) => ({
    ...door,
    id: standing.has(door.id) ? door.id : null,
    venue_id: door.venue_id && opened.venues[door.venue_id] ? door.venue_id : null,
  }));
  await write(deps, viewer, { id: opened.id, page: { ...entry.page, doors }, version: opened.version });
}

async function write(
  { db, clock }: PageDeps,
  viewer: SignedIn,
  { id, page, version }: { id: string; page: CoordinatorPage; version: string },
): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const row = await pageRow(tx, { id }, { hold: true });
    if (!row) throw nobody();
    const before = await pageOf(tx, row);
    if (row.version !== version) throw new EditedMeanwhile({ theirs: before, yours: page });
    const [last] = await pageRevisions(tx, id, 1);
    // What stood before the first change was never kept: it is, so that it can be put back.
    if (!last) await insertPageRevision(tx, { id, now, madeBy: 'before', page: before });
    await updatePage(tx, id, page, now);
    await saveDoors(tx, now, id, page.doors);
    await insertPageRevision(tx, { id, now, madeBy: markOf(viewer), page: await pageOf(tx, { ...row, ...page }) });
  });
}

async function openRow(deps: PageDeps, viewer: SignedIn, slug: string | null): Promise<PageRow> {
  const by = slug === null ? { id: viewer.coordinatorId ?? '' } : { slug };
  const row = 'id' in by && by.id === '' ? undefined : await pageRow(deps.db, by);
  if (!row) throw nobody();
  if (!mayKeepPage(viewer, row.id)) throw await refuse(deps, viewer, 'coordinator.edit', null);
  return row;
}

const pageOf = async (db: Queryable, { id, about, about_cy, phone }: Pick<PageRow, 'id' | 'about' | 'about_cy' | 'phone'>) => ({
  ...{ about, about_cy, phone },
  doors: await loadDoors(db, id),
});

const nobody = () => notFound('There is no such coordinator’s page. A steward can tell whose account goes with which.');
