import { setTimeout as pause } from 'node:timers/promises';
import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { compareNames } from './compare-names.ts';
import {
  addLines,
  deleteLines,
  forgetCompared,
  insertCompared,
  insertKeys,
  insertPairs,
  isJudgedAsNow,
  type KnownRow,
  knownAssets,
  noteJudgedAsNow,
  type PairRow,
  sharingKeys,
  stillToCompare,
  tryCompareLock,
  waitingLines,
} from './known-look-alike-queries.ts';
import { keysOf } from './look-alike-keys.ts';
import { bareAddress, type Compared, digitsOf, isPlaceAndDoing, judgeLikeness } from './look-alike-rules.ts';

type CompareDeps = Pick<Deps, 'db'>;

/** So few that nobody waits for them to be compared. */
const atOnce = 10;
/** In the background of readers it rests so many times as long as it worked: a new place of 50,000 takes ten minutes, and nobody waits for it. */
const restShare = 4;
/** So few that the statement stays far below its time limit. */
const linesAtOnce = 10_000;

/** Compares what changed since it last did; a turn without an edit costs next to nothing. */
export const compareAgain =
  (deps: CompareDeps): ((isStopped: () => boolean) => Promise<void>) =>
  async (isStopped) =>
    void (await compareChanged(deps, { isStopped, rest: (worked) => pause(worked * restShare) }));

/** Finds what may be the same as what is new or was changed, and keeps the pairs. False: it was told to stop, or another process is at it. */
export async function compareChanged(
  { db }: CompareDeps,
  { isStopped = () => false, rest }: { isStopped?: () => boolean; rest?: (workedMs: number) => Promise<void> } = {},
): Promise<boolean> {
  if (!(await isJudgedAsNow(db)) && !(await db.transaction(compareAll))) return false;
  for (;;) {
    if (isStopped()) return false;
    const lines = await waitingLines(db, 50 * atOnce);
    if (lines.length === 0) return true;
    const changed = await stillToCompare(db, [...new Set(lines.map(({ asset_id }) => asset_id))]);
    const toCompare = new Set(changed);
    await deleteLines(
      db,
      idsOf(lines, (id) => !toCompare.has(id)),
    );
    for (let start = 0; start < changed.length; start += atOnce) {
      const began = performance.now();
      const some = new Set(changed.slice(start, start + atOnce));
      const lineIds = idsOf(lines, (id) => some.has(id));
      if (isStopped() || !(await db.transaction((tx) => compareSome(tx, [...some], lineIds)))) return false;
      await rest?.(performance.now() - began);
    }
  }
}

const idsOf = (lines: Awaited<ReturnType<typeof waitingLines>>, isOne: (assetId: string) => boolean) =>
  lines.filter(({ asset_id }) => isOne(asset_id)).map(({ id }) => id);

/** A line for each, so that all is compared anew by and by: it is judged otherwise than it was, or lines are new. */
async function compareAll(tx: Queryable): Promise<boolean> {
  if (!(await tryCompareLock(tx))) return false;
  for (let last = await addLines(tx, null, linesAtOnce); last !== null; ) last = await addLines(tx, last, linesAtOnce);
  await noteJudgedAsNow(tx);
  return true;
}

/** The lines go with what they led to, or stay with it. */
async function compareSome(tx: Queryable, asked: string[], lineIds: number[]): Promise<boolean> {
  if (!(await tryCompareLock(tx))) return false;
  await deleteLines(tx, lineIds);
  const ids = await stillToCompare(tx, asked);
  await forgetCompared(tx, ids);
  const rows = await knownAssets(tx, ids);
  if (rows.length === 0) return true;
  await insertCompared(tx, rows);
  await insertKeys(
    tx,
    rows.flatMap((row) => keysOf(row).map((key) => ({ id: row.id, key }))),
  );
  const sought = rows.flatMap((row) => keysOf(row, { asked: true }).map((key) => ({ id: row.id, key })));
  const met = await sharingKeys(tx, sought);
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = [...new Set(met.map(({ other }) => other))].filter((id) => !known.has(id));
  for (const row of await knownAssets(tx, others)) known.set(row.id, row);
  await insertPairs(tx, pairsOf(met, known));
  return true;
}

function pairsOf(met: { id: string; other: string }[], known: Map<string, KnownRow>): PairRow[] {
  const pairs = new Map(
    met.map(({ id, other }) => (id < other ? [id, other] : [other, id]) as [string, string]).map((ids) => [ids.join(), ids]),
  );
  return [...pairs.values()].flatMap(([one, other]) => {
    const [a, b] = [known.get(one), known.get(other)];
    const judged = a && b && judgeLikeness(compareNames(a, b), comparedOf(a, b));
    return judged ? [{ one, other, score: Math.round(judged.score * 100), likenesses: judged.likenesses }] : [];
  });
}

function comparedOf(one: KnownRow, other: KnownRow): Compared {
  const [at, otherAt] = [pointOf(one), pointOf(other)];
  return {
    same_venue: one.venue_id !== null && one.venue_id === other.venue_id,
    same_phone: digitsOf(one.phone) !== null && digitsOf(one.phone) === digitsOf(other.phone),
    same_web: bareAddress(one.web) !== null && bareAddress(one.web) === bareAddress(other.web),
    metres: at && otherAt && metresBetween(at, otherAt),
    place_and_doing: isPlaceAndDoing(one.kind, other.kind),
  };
}

const pointOf = ({ lat, lng }: KnownRow): Point | null => (lat === null || lng === null ? null : { lat, lng });
