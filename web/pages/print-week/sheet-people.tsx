import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import { Portrait } from '../../components/portrait/portrait.tsx';
import { Words } from '../../components/words/words.tsx';
import { capitalise, sayHours } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { londonDay, weekdayOf } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';

export const mostPeople = 2;
export const mostDoors = 2;

/** Whose door is open, when and where, and the number to ring. */
export function SheetPeople({ reader, coordinators }: { reader: Reader; coordinators: CoordinatorCard[] }) {
  const { t } = reader;
  if (coordinators.length === 0) return null;
  return (
    <ul class="sheet-people">
      {coordinators.slice(0, mostPeople).map(({ name, first_name, phone, portrait, open_doors }) => (
        <li>
          <Portrait portrait={portrait} size="small" />
          <div>
            <p>
              <b>{name}</b> {phone}
            </p>
            {open_doors.length === 0 && <p>{t('door.none', { name: first_name })}</p>}
            {open_doors
              .filter(({ status }) => status !== 'cancelled')
              .slice(0, mostDoors)
              .map(({ starts_at, ends_at, venue }) => (
                <p>
                  {capitalise(grammarOf(t.locale).shortWeekdays[weekdayOf(londonDay(starts_at))] ?? '')} {sayHours(t, starts_at, ends_at)}
                  {venue && (
                    <>
                      , <Words reader={reader} en={venue.name} cy={venue.name_cy} />
                    </>
                  )}
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
