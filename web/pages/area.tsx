import type { Area } from '../../api/contract/area.ts';
import type { Topic, Topics } from '../../api/contract/vocabulary.ts';
import type { WhatsOnItem } from '../../api/contract/whats-on.ts';
import { CoordinatorCard } from '../components/coordinator-card/coordinator-card.tsx';
import { KindPin } from '../components/kind-pin/kind-pin.tsx';
import { MapPlace } from '../components/map-place/map-place.tsx';
import { TakeLinks } from '../components/take-links/take-links.tsx';
import { Week } from '../components/week/week.tsx';
import { Words } from '../components/words/words.tsx';
import { inLocale } from '../i18n/locale.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import type { PageData } from '../server/page-data.ts';
import { queryString } from '../urls.ts';
import { OpenMostDays, partWeek } from './area/open-most-days.tsx';

interface AreaProps {
  area: Area;
  /** Slug of a coordinator → last day of their cover here. */
  coverUntil: Map<string, string | null>;
  week: WhatsOnItem[];
  topics: Topics;
  /** What people do here most, in their number here. */
  loved: Topic[];
}

const daysAhead = 7;
const shownTopics = 10;

/** A coordinator's area: the person, the week, and what is around by kind. */
export const areaPage: Page<AreaProps> = {
  async load(data, { params, reader }) {
    const slug = params.slug ?? '';
    const area = await data.area(slug);
    const [coverUntil, week, topics, { facets }] = await Promise.all([
      coversOf(data, area),
      data.whatsOn({ area: slug }, { days: daysAhead }),
      data.topics(),
      data.search(data.parseAssetQuery({ area: slug, per_page: 1 })),
    ]);
    const assetsWith = ({ slug: topic }: Topic) => facets.topic[topic] ?? 0;
    const loved = topics.topics.filter((topic) => assetsWith(topic) > 0).sort((a, b) => assetsWith(b) - assetsWith(a));
    return {
      area,
      coverUntil,
      topics,
      loved: loved.slice(0, shownTopics),
      week: week.items.filter(({ occurrence }) => new Date(occurrence.ends_at) > reader.now),
    };
  },
  title: ({ area }, { locale }) => inLocale(locale, area.name, area.name_cy).text,
  description: ({ area }, { locale }) => inLocale(locale, area.summary ?? area.name, area.summary_cy).text,
  feeds: ({ area }, { urls }) => [
    { format: 'atom', href: urls.areaFeed('atom', area.slug) },
    { format: 'ics', href: urls.areaFeed('ics', area.slug) },
  ],
  style: 'area',
  Body: AreaBody,
};

async function coversOf(data: PageData, { slug, coordinators }: Area): Promise<AreaProps['coverUntil']> {
  if (coordinators.every(({ role }) => role === 'lead')) return new Map();
  const { items } = await data.coordinators();
  return new Map(items.flatMap((each) => each.covering.filter(({ area }) => area.slug === slug).map(({ until }) => [each.slug, until])));
}

function AreaBody({ reader, area, coverUntil, week, topics, loved }: AreaProps & PageSetting) {
  const { t, urls } = reader;
  const query = { area: [area.slug] };
  const { mostDays, rest } = partWeek(week);
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
          <Loved reader={reader} area={area} topics={loved} />
          <MapPlace reader={reader} mode="area" query={queryString(query)} bounds={area.bounds} points={[]} areas={[area.slug]} />
        </div>
        <div class="stack">
          {area.coordinators.map((coordinator) => (
            <CoordinatorCard
              reader={reader}
              coordinator={coordinator}
              beside={area.coordinators}
              coverUntil={coverUntil.get(coordinator.slug)}
            />
          ))}
        </div>
      </div>
      <section class="stack" aria-labelledby="week">
        <h2 id="week">{t('area.week')}</h2>
        {week.length > 0 ? <Week reader={reader} items={rest} /> : <p>{t('whats-on.none')}</p>}
        {mostDays.length > 0 && <OpenMostDays reader={reader} open={mostDays} />}
        <p>
          <a class="target" href={urls.find(query)}>
            {t('area.all', { count: area.assets })}
          </a>
        </p>
        <p>
          <a class="target" href={urls.add(area.slug)}>
            {t('area.add')}
          </a>
        </p>
        <TakeLinks
          reader={reader}
          print={urls.printWeek(query)}
          calendar={urls.areaFeed('ics', area.slug)}
          news={urls.areaFeed('atom', area.slug)}
        />
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

function Loved({ reader, area, topics }: { reader: Reader; area: Area; topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="loved">
      <h2 id="loved">{reader.t('area.topics')}</h2>
      <ul class="row">
        {topics.map((topic) => (
          <li>
            <a class="chip" href={reader.urls.find({ area: [area.slug], topic: [topic.slug] })}>
              <Words reader={reader} en={topic.label} cy={topic.label_cy} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
