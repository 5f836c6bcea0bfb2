import type { AreaSummary } from '../../api/contract/area.ts';
import type { WhatsOnItem } from '../../api/contract/whats-on.ts';
import { OnList } from '../components/on-list/on-list.tsx';
import { capitalise, sayDate, sayDay } from '../i18n/format.ts';
import { inLocale } from '../i18n/locale.ts';
import { addDays, type Day, londonDay } from '../i18n/london-day.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';

interface WhatsOnProps {
  areas: AreaSummary[];
  area: AreaSummary | null;
  day: Day;
  days: Day[];
  items: WhatsOnItem[];
}

const daysAhead = 7;

/** One day at a time, everywhere or in one area. */
export const whatsOnPage: Page<WhatsOnProps> = {
  async load(data, { query, reader }) {
    const areas = (await data.areas()).items;
    const area = areas.find((each) => each.slug === query.area) ?? null;
    const days = Array.from({ length: daysAhead }, (_, index) => addDays(londonDay(reader.now), index));
    const day = days.find((each) => each === query.day) ?? londonDay(reader.now);
    const { items } = await data.whatsOn(area && { area: area.slug }, { from: day, days: 1 });
    return { areas, area, day, days, items: items.filter(({ occurrence }) => londonDay(occurrence.starts_at) === day) };
  },
  title: ({ day }, { t, now }) => t('whats-on.title', { day: sayDay(t, day, now) }),
  Body: WhatsOnBody,
};

function WhatsOnBody({ reader, areas, area, day, days, items }: WhatsOnProps & PageSetting) {
  const { t, urls, now, locale } = reader;
  const here = area?.slug;
  const ahead = items.filter(({ occurrence }) => new Date(occurrence.ends_at) > now);
  return (
    <div class="wrap stack">
      <h1>{t('whats-on.title', { day: sayDay(t, day, now) })}</h1>
      <nav aria-label={t('whats-on.days')}>
        <ul class="row">
          {days.map((each) => (
            <li>
              <a class="chip" href={urls.whatsOn({ day: each, area: here })} aria-current={each === day ? 'date' : undefined}>
                {dayLabel(reader, each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('whats-on.areas')}>
        <ul class="row small">
          <li>
            <a class="target" href={urls.whatsOn({ day })} aria-current={area ? undefined : 'true'}>
              {t('whats-on.everywhere')}
            </a>
          </li>
          {areas.map((each) => (
            <li>
              <a class="target" href={urls.whatsOn({ day, area: each.slug })} aria-current={each.slug === here ? 'true' : undefined}>
                {inLocale(locale, each.name, each.name_cy).text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{area ? inLocale(locale, area.name, area.name_cy).text : t('whats-on.everywhere')}</h2>
      {ahead.length > 0 ? (
        <div class="week">
          <OnList reader={reader} items={ahead} />
        </div>
      ) : (
        <p>{t('whats-on.none')}</p>
      )}
    </div>
  );
}

function dayLabel({ t, now }: Reader, day: Day): string {
  const said = sayDay(t, day, now);
  return said === t('day.today') || said === t('day.tomorrow') ? capitalise(said) : sayDate(t, day, now);
}
