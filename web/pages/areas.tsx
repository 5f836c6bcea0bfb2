import type { AreaSummary } from '../../api/contract/area.ts';
import type { Coordinator } from '../../api/contract/coordinator.ts';
import { AreaList } from '../components/area-list/area-list.tsx';
import { CoordinatorCard } from '../components/coordinator-card/coordinator-card.tsx';
import { CoordinatorStrips } from '../components/coordinator-strips/coordinator-strips.tsx';
import { capitalise } from '../i18n/format.ts';
import { inLocale } from '../i18n/locale.ts';
import { isPoint, sayPlace } from '../i18n/say-place.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { type Whereabouts, whereaboutsOf } from './areas/whereabouts.ts';

interface AreasProps {
  areas: AreaSummary[];
  coordinators: Coordinator[];
  /** Null: nobody has said where they are. */
  where: Whereabouts | null;
}

/** From a postcode to the right person; and every area with the people who know it. */
export const areasPage: Page<AreasProps> = {
  async load(data, { query, problemOf }) {
    const near = typeof query.near === 'string' ? query.near.trim() : '';
    const [areas, coordinators, where] = await Promise.all([
      data.areas(),
      data.coordinators(),
      near ? whereaboutsOf(data, near, problemOf) : null,
    ]);
    return { areas: areas.items, coordinators: coordinators.items, where };
  },
  title: (_props, { t }) => t('areas.title'),
  Body: AreasBody,
};

function AreasBody({ reader, areas, coordinators, where }: AreasProps & PageSetting) {
  const { t, urls } = reader;
  return (
    <div class="wrap stack wide-gap">
      <div class="stack">
        <h1>{t('areas.title')}</h1>
        <p class="lead">{t(coordinators.length > 0 ? 'areas.lead' : 'areas.lead-nobody')}</p>
        <form action={urls.areas()} method="get" class="stack tight narrow">
          <label for="near">{t('areas.ask')}</label>
          <div class="ask">
            <input
              id="near"
              name="near"
              value={where && !isPoint(where.asked) ? where.asked : ''}
              maxLength={80}
              autocomplete="postal-code"
              enterkeyhint="search"
              required
            />
            <button class="button" type="submit">
              {t('areas.look')}
            </button>
          </div>
        </form>
        {where && <WhereYouAre reader={reader} where={where} />}
      </div>
      {coordinators.length > 0 && (
        <section class="stack" aria-labelledby="people">
          <h2 id="people">{t('areas.people')}</h2>
          <CoordinatorStrips reader={reader} coordinators={coordinators} across />
        </section>
      )}
      <section class="stack" aria-labelledby="all-areas">
        <h2 id="all-areas">{t('areas.all')}</h2>
        <AreaList reader={reader} areas={areas} />
      </section>
    </div>
  );
}

function WhereYouAre({ reader, where: { answer, place, area, coordinators } }: { reader: Reader; where: Whereabouts }) {
  const { t, urls, locale } = reader;
  const name = area ? inLocale(locale, area.name, area.name_cy).text : '';
  return (
    <div class="stack" role="status">
      <p class="said">
        {t(answer, { place: capitalise(sayPlace(t, place)), area: name })}{' '}
        {area && (
          <a class="target" href={urls.area(area.slug)}>
            {t('areas.see')}
          </a>
        )}
      </p>
      {coordinators.map((coordinator) => (
        <CoordinatorCard reader={reader} coordinator={coordinator} beside={coordinators} />
      ))}
    </div>
  );
}
