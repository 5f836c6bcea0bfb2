import { checkedWithinDays, type Quality } from '../contract/quality.ts';
import type { Deps } from '../deps.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { presentQuality } from './present-quality.ts';
import { qualityByArea } from './quality-queries.ts';

/** How true the directory is, area by area: in the open, so that nothing hides what has grown old. */
export async function findQuality({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Quality> {
  const now = clock.now();
  const today = londonDate(now);
  return presentQuality(await qualityByArea(db, now, londonInstant(addDays(today, -checkedWithinDays), '00:00')), today);
}
