import type { AreaSummary } from '../../api/contract/area.ts';
import type { Coordinator } from '../../api/contract/coordinator.ts';
import type { Topic } from '../../api/contract/vocabulary.ts';
import type { WhatsOnItem } from '../../api/contract/whats-on.ts';
import { AreaList } from '../components/area-list/area-list.tsx';
import { AskBox } from '../components/ask-box/ask-box.tsx';
import { CoordinatorCard } from '../components/coordinator-card/coordinator-card.tsx';
import { soonestFirst } from '../components/coordinator-card/soonest-first.ts';
import { CoordinatorStrips } from '../components/coordinator-strips/coordinator-strips.tsx';
import { OnList } from '../components/on-list/on-list.tsx';
import { Street } from '../components/street/street.tsx';
import { Words } from '../components/words/words.tsx';
import { sayDay } from '../i18n/format.ts';
import { londonDay } from '../i18n/london-day.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import type { PageData } from '../server/page-data.ts';

interface HomeProps {
  topics: Topic[];
  areas: AreaSummary[];
  /** Whose door opens soonest first. */
  coordinators: Coordinator[];
  on: WhatsOnItem[];
}

const shownOn = 6;
const shownTopics = 12;

/** One box for a postcode or a wish, the people whose doors are open, and what is on today. */
export const homePage: Page<HomeProps> = {
  async load(data, { reader }) {
    const [{ topics }, areas, coordinators, on] = await Promise.all([
      data.topics(),
      data.areas(),
      data.coordinators(),
      comingUp(data, reader.now),
    ]);
    return { topics: topics.slice(0, shownTopics), areas: areas.items, coordinators: soonestFirst(coordinators.items, reader.now), on };
  },
  title: () => null,
  Body: HomeBody,
};

function HomeBody({ reader, topics, areas, coordinators, on }: HomeProps & PageSetting) {
  const { t, urls } = reader;
  const [next, ...others] = coordinators;
  return (
    <>
      <div class="hero">
        <div class="wrap columns side">
          <div class="stack loose">
            <h1>{t('home.title')}</h1>
            <search>
              <form id="find-form" action={urls.find()} method="get" class="stack tight">
                <label for="q" class="lead">
                  {t('home.ask')}
                </label>
                <AskBox reader={reader} />
                <p id="ask-hint" class="soft small">
                  {t('home.hint')}
                </p>
              </form>
            </search>
            <Wishes reader={reader} topics={topics} />
          </div>
          {next && <CoordinatorCard reader={reader} coordinator={next} />}
        </div>
        <Street />
      </div>
      <div class="wrap columns side gap">
        {on.length > 0 && <Today reader={reader} on={on} />}
        {others.length > 0 && (
          <section class="stack" aria-labelledby="doors">
            <h2 id="doors">{t('home.doors')}</h2>
            <CoordinatorStrips reader={reader} coordinators={others} />
          </section>
        )}
      </div>
      <section class="wrap stack gap" aria-labelledby="areas">
        <h2 id="areas">{t('home.areas')}</h2>
        <AreaList reader={reader} areas={areas} />
      </section>
    </>
  );
}

function Wishes({ reader, topics }: { reader: Reader; topics: Topic[] }) {
  return (
    <section class="stack tight" aria-labelledby="wishes">
      <h2 id="wishes" class="lead">
        {reader.t('home.wishes')}
      </h2>
      <ul class="row">
        {topics.map((topic) => (
          <li>
            <a class="chip" href={reader.urls.find({ topic: [topic.slug] })}>
              <Words reader={reader} en={topic.wish} cy={topic.wish_cy} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Today({ reader, on }: { reader: Reader; on: WhatsOnItem[] }) {
  const { t, urls, now } = reader;
  const [first] = on;
  const day = first && new Date(first.occurrence.starts_at) > now ? londonDay(first.occurrence.starts_at) : londonDay(now);
  return (
    <section class="stack" aria-labelledby="on">
      <h2 id="on">{t('home.on', { day: sayDay(t, day, now) })}</h2>
      <OnList reader={reader} items={on} />
      <p>
        <a class="target" href={urls.whatsOn()}>
          {t('home.all-week')}
        </a>
      </p>
    </section>
  );
}

/** What starts in the rest of today, then what is already going on, then what is open as on most days; late in the evening, tomorrow. */
async function comingUp(data: PageData, now: Date): Promise<WhatsOnItem[]> {
  const { items } = await data.whatsOn(null, { days: 2 });
  const ahead = items.filter(({ occurrence }) => occurrence.status !== 'cancelled' && new Date(occurrence.ends_at) > now);
  const isAhead = ({ occurrence }: WhatsOnItem) => new Date(occurrence.starts_at) >= now;
  const [first] = ahead;
  if (!first) return [];
  const day = londonDay(isAhead(first) ? first.occurrence.starts_at : now);
  const onThatDay = ahead.filter((item) => !isAhead(item) || londonDay(item.occurrence.starts_at) === day);
  const isHappening = (item: WhatsOnItem) => !item.open_most_days || item.listing === null;
  const inTurn = [...onThatDay.filter(isAhead), ...onThatDay.filter((item) => !isAhead(item))];
  const shown = [...inTurn.filter(isHappening), ...inTurn.filter((item) => !isHappening(item))].slice(0, shownOn);
  return shown.sort((a, b) => Date.parse(a.occurrence.starts_at) - Date.parse(b.occurrence.starts_at));
}
