import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { SearchUnavailable } from '../errors.ts';
import type { AssetIndex } from './asset-index.ts';
import { listVersions } from './embedded/version-queries.ts';
import { nameAmong } from './name-among.ts';
import { addOutboxLines } from './outbox-queries.ts';
import { countDirectory, listUnknown, listUntold, type Mended, noteMended, noteSwept, trySweepLock } from './sweep-queries.ts';

/** `assetIndex`: the one that is compared. */
export type SweepDeps = Pick<Deps, 'db' | 'log' | 'copies'> & { assetIndex: AssetIndex };

/** What was found: documents that the index lost, holds as they were, or holds although they are gone; `abandoned`: too many to be told singly. */
export interface SweepFindings extends Pick<Mended, 'missing' | 'stale' | 'extra'> {
  abandoned: boolean;
}

const batchSize = 1_000;
/** Up to so many are told singly, and up to this share of all. */
const mostTold = 10_000;
const mostShare = 0.2;
const restShare = 4;

/**
 * Compares every id and version of the other index with the directory, whoever damaged it and however. What differs goes to the outbox, so
 * that it is mended as every change is brought over. One process of many does it, the others answer null, as it does while the
 * index is away.
 */
export async function sweepIndex(deps: SweepDeps, isStopped: () => boolean = () => false): Promise<SweepFindings | null> {
  try {
    return await sweepInTurn(deps, isStopped);
  } catch (error) {
    // Who brings changes over has told of it already.
    if (error instanceof SearchUnavailable) return null;
    throw error;
  }
}

/** Again and again; a directory so large that it takes long is compared less often: most of the time belongs to readers. */
export function sweepNowAndThen(deps: SweepDeps): (isStopped: () => boolean) => Promise<void> {
  let restUntil = 0;
  return async (isStopped) => {
    const began = performance.now();
    if (began < restUntil) return;
    await sweepIndex(deps, isStopped);
    restUntil = performance.now() + restShare * (performance.now() - began);
  };
}

async function sweepInTurn({ db, copies, assetIndex, log }: SweepDeps, isStopped: () => boolean): Promise<SweepFindings | null> {
  const name = nameAmong(copies, assetIndex);
  // This transaction holds the turn and nothing else.
  return db.transaction(async (turn) => {
    if (!(await trySweepLock(turn, name))) return null;
    const { documents } = await countDirectory(db, name);
    const lost = await findLost({ db, name, assetIndex }, Math.max(mostTold / 10, Math.min(mostTold, documents * mostShare)), isStopped);
    if (lost === null) {
      await assetIndex.abandon();
      log.warn({ server: assetIndex.server }, 'the search index had lost much of what it should hold; it is built anew');
      return { missing: 0, stale: 0, extra: 0, abandoned: true };
    }
    const extra = isStopped() ? [] : await findExtra({ db, name, assetIndex }, lost.missing.length);
    const found = { missing: lost.missing.length, stale: lost.stale.length, extra: extra.length };
    if (found.missing + found.stale + found.extra > 0) {
      await addOutboxLines(db, [...lost.missing, ...lost.stale], extra, name);
      await noteMended(db, found);
      log.warn({ ...found, server: assetIndex.server }, 'the search index differed from the directory; it is told again');
    }
    if (!isStopped()) await noteSwept(db, assetIndex.server);
    return { ...found, abandoned: false };
  });
}

interface Compared {
  db: Queryable;
  name: string | null;
  assetIndex: AssetIndex;
}

/** Null: more than `most`. */
async function findLost({ db, name, assetIndex }: Compared, most: number, isStopped: () => boolean) {
  const [missing, stale]: [string[], string[]] = [[], []];
  for (let rows = await listVersions(db, '', batchSize); rows.length > 0 && !isStopped(); ) {
    const held = await assetIndex.versions(rows.map(({ id }) => id));
    const suspects = rows.filter(({ id, version }) => held.get(id) !== version).map(({ id }) => id);
    for (const id of await stillLost({ db, name, assetIndex }, suspects)) (held.has(id) ? stale : missing).push(id);
    if (missing.length + stale.length > most) return null;
    rows = await listVersions(db, rows.at(-1)?.id ?? '', batchSize);
  }
  return { missing, stale };
}

/** What was being edited while we looked is no damage: first the index is asked once more, then the directory with its outbox. */
async function stillLost({ db, name, assetIndex }: Compared, suspects: string[]): Promise<string[]> {
  if (suspects.length === 0) return [];
  const held = await assetIndex.versions(suspects);
  return listUntold(
    db,
    name,
    suspects.map((id) => ({ id, version: held.get(id) ?? '' })),
  );
}

/** Looked for one by one only where the numbers say that there are any. */
async function findExtra({ db, name, assetIndex }: Compared, missing: number): Promise<string[]> {
  const size = await assetIndex.size();
  const { documents, leaving } = await countDirectory(db, name);
  if (size <= documents - missing + leaving) return [];
  const extra: string[] = [];
  for await (const ids of assetIndex.ids()) extra.push(...(await listUnknown(db, name, ids)));
  return extra;
}
