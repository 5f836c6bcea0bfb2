import type { Arrangement } from '../../../../api/contract/people.ts';
import type { RecutInList } from '../../../../api/contract/recut.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import { sayFullDate } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { sayRecut } from '../areas/say-area.ts';

interface StandingInProps {
  reader: Reader;
  viewer: SignedIn;
  covers: Arrangement[];
}

/** Who stands in where and until when, for who is away and for who is asked to. */
export function StandingIn({ reader, viewer, covers }: StandingInProps) {
  const { t, locale, now } = reader;
  if (covers.length === 0) return null;
  return (
    <ul class="soft small standing-in">
      {covers.map(({ area, coordinator, startsOn, endsOn }) => {
        const who = coordinator.id === viewer.coordinatorId ? 'me' : 'other';
        const when = [startsOn > londonDay(now) && 'from', endsOn && 'until'].filter(Boolean).join('-') || 'now';
        return (
          <li>
            {t('desk.stands-in', {
              who: t(`desk.stands-in-${who}`, { name: coordinator.name, area: inLocale(locale, area.name, area.name_cy).text }),
              when: t(`desk.stands-in-${when as 'from' | 'until' | 'from-until' | 'now'}`, {
                from: sayFullDate(t, startsOn),
                until: endsOn ? sayFullDate(t, endsOn) : '',
              }),
            })}
          </li>
        );
      })}
    </ul>
  );
}

/** Changes of boundaries that wait for a steward's word. */
export function AskedRecuts({ reader, recuts }: { reader: Reader; recuts: RecutInList[] }) {
  if (recuts.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="asked-recuts">
      <h2 id="asked-recuts">{reader.t('boundary.changes')}</h2>
      <ul class="stack tight desk-links">
        {recuts.map((recut) => (
          <li>
            <a href={reader.urls.recut(recut.id)}>{sayRecut(reader, recut)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
