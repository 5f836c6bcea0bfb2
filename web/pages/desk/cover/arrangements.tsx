import type { Arrangement } from '../../../../api/contract/people.ts';
import { Words } from '../../../components/words/words.tsx';
import { sayFullDate } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

/** Who looks after what, now and to come. Somebody who stands in may be thanked early. */
export function Arrangements({ reader, arrangements }: { reader: Reader; arrangements: Arrangement[] }) {
  const { t, urls } = reader;
  return (
    <section class="stack" aria-labelledby="arrangements">
      <h2 id="arrangements">{t('cover.now')}</h2>
      <ul class="stack tight">
        {arrangements.map((each) => (
          <li class="card desk-row">
            <p>
              <strong>
                <Words reader={reader} en={each.area.name} cy={each.area.name_cy} />
              </strong>
              <span>{sayWho(reader, each)}</span>
            </p>
            {each.role === 'cover' && (
              <p>
                <a
                  class="button quiet"
                  href={urls.cover(each.id)}
                  aria-label={t('cover.end-which', {
                    name: each.coordinator.name,
                    area: inLocale(reader.locale, each.area.name, each.area.name_cy).text,
                  })}
                >
                  {t('cover.end')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayWho({ t, now }: Reader, { coordinator: { name }, role, startsOn, endsOn }: Arrangement): string {
  const dates = { name, from: sayFullDate(t, startsOn), until: endsOn ? sayFullDate(t, endsOn) : '' };
  const when = startsOn > londonDay(now) ? (endsOn ? 'from-until' : 'from') : endsOn ? 'until' : 'open';
  return t(`cover.${role}-${when}`, dates);
}
