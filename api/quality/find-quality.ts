import { checkedWithinDays, type Quality, type QualityFigures } from '../contract/quality.ts';
import type { Deps } from '../deps.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { presentFigures, presentQuality, sumOf } from './present-quality.ts';
import { qualityByArea } from './quality-queries.ts';

/** How true the directory is, area by area: in the open, so that nothing hides what has grown old. */
export async function findQuality({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Quality> {
  const now = clock.now();
  return presentQuality(await loadRows(db, now), londonDate(now));
}

/** The same of some areas (slugs) together. */
export async function findFiguresOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, slugs: string[]): Promise<QualityFigures> {
  const rows = await loadRows(db, clock.now());
  return presentFigures(sumOf(rows.filter(({ slug }) => slug !== null && slugs.includes(slug))));
}

const loadRows = (db: Deps['db'], now: Date) =>
  qualityByArea(db, now, londonInstant(addDays(londonDate(now), -checkedWithinDays), '00:00'));
