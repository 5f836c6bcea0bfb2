import type { Occurrence } from '../../../api/contract/session.ts';
import type { SignedIn, ViewerArea } from '../../../api/contract/viewer.ts';
import { DoorTimes } from '../../components/door-times/door-times.tsx';
import { Words } from '../../components/words/words.tsx';
import { londonTime } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage, ShownLink } from '../../server/desk-page.ts';

interface TodayProps {
  doors: Occurrence[];
  links: ShownLink[];
}

/** The desk's first page: hello, where I work, and when my door is open next. */
export const todayPage: DeskPage<TodayProps> = {
  load: async (data, { links }, viewer) => ({ doors: await data.desk.openDoors(viewer), links }),
  title: (_props, { t }) => t('desk.today'),
  Body: ({ reader, viewer, doors }) => (
    <div class="wrap stack loose narrow">
      <h1>{sayHello(reader, viewer)}</h1>
      <MyAreas reader={reader} viewer={viewer} />
      {doors.length > 0 && (
        <section class="card stack tight" aria-labelledby="my-doors">
          <h2 id="my-doors">{reader.t('desk.my-doors')}</h2>
          <DoorTimes reader={reader} doors={doors} most={4} />
        </section>
      )}
    </div>
  ),
};

function sayHello({ t, now }: Reader, { name }: SignedIn): string {
  const { hour } = londonTime(now);
  const values = { name: name.split(' ')[0] ?? name };
  if (hour < 12) return t('desk.hello-morning', values);
  return hour < 18 ? t('desk.hello-afternoon', values) : t('desk.hello-evening', values);
}

function MyAreas({ reader, viewer }: { reader: Reader; viewer: SignedIn }) {
  const { t, urls } = reader;
  if (viewer.areas.length === 0) return <p class="lead">{t(viewer.role === 'steward' ? 'desk.all-areas' : 'desk.no-areas')}</p>;
  return (
    <section class="stack tight" aria-labelledby="my-areas">
      <h2 id="my-areas">{t('desk.my-areas')}</h2>
      <ul class="stack tight desk-links">
        {viewer.areas.map((area: ViewerArea) => (
          <li>
            <a href={urls.area(area.slug)}>
              <Words reader={reader} en={area.name} cy={area.name_cy} />
              {area.how === 'cover' && <small class="soft">{t('desk.covering')}</small>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
