import type { Area } from '../../api/contract/area.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import type { WhatsOnItem } from '../../api/contract/whats-on.ts';
import { CoordinatorCard } from '../components/coordinator-card/coordinator-card.tsx';
import { KindPin } from '../components/kind-pin/kind-pin.tsx';
import { MapPlace } from '../components/map-place/map-place.tsx';
import { Week } from '../components/week/week.tsx';
import { Words } from '../components/words/words.tsx';
import { inLocale } from '../i18n/locale.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { queryString } from '../urls.ts';

interface AreaProps {
  area: Area;
  week: WhatsOnItem[];
  topics: Topics;
}

const daysAhead = 7;

/** A coordinator's area: the person, the week, and what is around by kind. */
export const areaPage: Page<AreaProps> = {
  async load(data, { params, reader }) {
    const slug = params.slug ?? '';
    const [area, week, topics] = await Promise.all([data.area(slug), data.whatsOn({ area: slug }, { days: daysAhead }), data.topics()]);
    return { area, topics, week: week.items.filter(({ occurrence }) => new Date(occurrence.ends_at) > reader.now) };
  },
  title: ({ area }, { locale }) => inLocale(locale, area.name, area.name_cy).text,
  description: ({ area }, { locale }) => inLocale(locale, area.summary ?? area.name, area.summary_cy).text,
  Body: AreaBody,
};

function AreaBody({ reader, area, week, topics }: AreaProps & PageSetting) {
  const { t, urls } = reader;
  const query = { area: [area.slug] };
  return (
    <div class="wrap stack wide-gap">
      <div class="columns side">
        <div class="stack loose">
          <header class="stack tight">
            <h1>
              <Words reader={reader} en={area.name} cy={area.name_cy} />
            </h1>
            {area.summary && (
              <p class="lead">
                <Words reader={reader} en={area.summary} cy={area.summary_cy} />
              </p>
            )}
          </header>
          <AroundByKind reader={reader} area={area} topics={topics} />
        </div>
        <div class="stack">
          {area.coordinators.map((coordinator) => (
            <CoordinatorCard reader={reader} coordinator={coordinator} />
          ))}
        </div>
      </div>
      <MapPlace reader={reader} mode="area" query={queryString(query)} bounds={area.bounds} points={[]} areas={[area.slug]} />
      <section class="stack" aria-labelledby="week">
        <h2 id="week">{t('area.week')}</h2>
        {week.length > 0 ? <Week reader={reader} items={week} /> : <p>{t('whats-on.none')}</p>}
        <p>
          <a class="target" href={urls.find(query)}>
            {t('area.all', { count: area.assets })}
          </a>
        </p>
      </section>
    </div>
  );
}

function AroundByKind({ reader, area, topics }: { reader: Reader; area: Area; topics: Topics }) {
  const { t, urls } = reader;
  return (
    <section class="stack tight" aria-labelledby="kinds">
      <h2 id="kinds">{t('area.kinds')}</h2>
      <ul class="kinds">
        {area.kinds.map(({ kind, assets }) => {
          const named = topics.kinds.find((each) => each.slug === kind);
          return (
            <li>
              <a href={urls.find({ area: [area.slug], kind: [kind] })}>
                <KindPin kind={kind} mark={named?.letter ?? ''} />
                <span>
                  <b>{named ? <Words reader={reader} en={named.label_plural} cy={named.label_plural_cy} /> : kind}</b>{' '}
                  <small>{assets}</small>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
