import { type By, markOf } from '../assets/save-asset.ts';
import type { Deps } from '../deps.ts';
import { deleteNotSame, insertNotSame } from './look-alike-queries.ts';

/** Somebody looked at two assets (ids) and found that they are two: they are not asked again. */
export async function sayNotSame({ db, clock }: Pick<Deps, 'db' | 'clock'>, pair: [string, string], by: By): Promise<void> {
  await insertNotSame(db, pair, { now: clock.now(), by: markOf(by) });
}

/** It was a slip: they are asked about again. */
export async function unsayNotSame({ db }: Pick<Deps, 'db'>, pair: [string, string]): Promise<void> {
  await deleteNotSame(db, pair);
}
