import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import { sayDay } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { nextDoor } from './soonest-first.ts';

/** "Siân’s door is open", "…is open today", "…is open on Thursday", or an invitation when no date is known. */
export function sayDoor(
  { t, now }: Reader,
  { first_name: name, open_doors: doors }: Pick<CoordinatorCard, 'first_name' | 'open_doors'>,
): string {
  const next = nextDoor({ open_doors: doors }, now);
  if (!next) return t('door.none', { name });
  if (new Date(next.starts_at) <= now) return t('door.now', { name });
  const day = londonDay(next.starts_at);
  const said = sayDay(t, day, now);
  return said === t('day.today') || said === t('day.tomorrow') ? t('door.soon', { name, day: said }) : t('door.later', { name, day: said });
}
