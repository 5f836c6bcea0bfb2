import { type By, markOf } from '../assets/save-asset.ts';
import type { Deps } from '../deps.ts';
import { insertNotSame } from './look-alike-queries.ts';

/** Somebody looked at two assets (ids) and found that they are two: they are not asked again. */
export async function sayNotSame({ db, clock }: Pick<Deps, 'db' | 'clock'>, pair: [string, string], by: By): Promise<void> {
  await insertNotSame(db, pair, { now: clock.now(), by: markOf(by) });
}
