import type { CoordinatorCard as Card } from '../../../api/contract/coordinator.ts';
import { sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import { DoorTimes } from '../door-times/door-times.tsx';
import { Portrait } from '../portrait/portrait.tsx';
import { sayDoor } from './say-door.ts';

/** The person whose door is open. */
export function CoordinatorCard({ reader, coordinator }: { reader: Reader; coordinator: Card }) {
  const { t, urls, locale } = reader;
  const areas = sayList(
    t,
    coordinator.areas.map((area) => inLocale(locale, area.name, area.name_cy).text),
  );
  const heading = `door-${coordinator.slug}`;
  return (
    <section class="card person" aria-labelledby={heading}>
      <Portrait portrait={coordinator.portrait} size="middle" />
      <div class="stack tight">
        <h2 id={heading}>{sayDoor(reader, coordinator)}</h2>
        <p>
          {coordinator.role === 'cover'
            ? t('person.covers', { name: coordinator.first_name, areas })
            : t('person.is', { name: coordinator.first_name, areas })}
        </p>
        {coordinator.open_doors.length > 0 && <DoorTimes reader={reader} doors={coordinator.open_doors} />}
        <p class="row">
          <a class="button" href={urls.coordinator(coordinator.slug)}>
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
