import type { CoordinatorCard as Card } from '../../../api/contract/coordinator.ts';
import { sayFullDate, sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { DoorTimes } from '../door-times/door-times.tsx';
import { Portrait } from '../portrait/portrait.tsx';
import { sayDoor } from './say-door.ts';
import { nextDoor } from './soonest-first.ts';

interface CoordinatorCardProps {
  reader: Reader;
  coordinator: Card;
  /** Who else stands on the same page: beside a lead whose door is open, someone who covers only helps out. */
  beside?: Card[];
  /** Last day of the cover, YYYY-MM-DD, where it is known. */
  coverUntil?: string | null;
}

/** The person whose door is open. */
export function CoordinatorCard({ reader, coordinator, beside = [], coverUntil = null }: CoordinatorCardProps) {
  const { t, urls } = reader;
  const heading = `door-${coordinator.slug}`;
  return (
    <section class="card person" aria-labelledby={heading}>
      <Portrait portrait={coordinator.portrait} size="middle" />
      <div class="stack tight">
        <h2 id={heading}>{sayDoor(reader, coordinator)}</h2>
        <p>{sayWho(reader, coordinator, { beside, coverUntil })}</p>
        {coordinator.open_doors.length > 0 && <DoorTimes reader={reader} doors={coordinator.open_doors} />}
        <p class="row">
          <a class="button on-screen" href={urls.coordinator(coordinator.slug)}>
            {t('person.hello', { name: coordinator.first_name })}
          </a>
          {coordinator.phone && (
            <a class="target" href={`tel:${coordinator.phone.replaceAll(' ', '')}`}>
              {coordinator.phone}
            </a>
          )}
        </p>
      </div>
    </section>
  );
}

function sayWho(
  { t, locale, now }: Reader,
  { role, first_name: name, areas: patches }: Card,
  { beside, coverUntil }: { beside: Card[]; coverUntil: string | null },
): string {
  const areas = sayList(
    t,
    patches.map((area) => inLocale(locale, area.name, area.name_cy).text),
  );
  if (role !== 'cover') return t('person.is', { name, areas });
  const leadIsHere = beside.some((other) => other.role === 'lead' && nextDoor(other, now) !== undefined);
  if (!leadIsHere) return t('person.covers', { name, areas });
  return coverUntil ? t('person.helping-until', { name, areas, date: sayFullDate(t, coverUntil) }) : t('person.helping', { name, areas });
}
