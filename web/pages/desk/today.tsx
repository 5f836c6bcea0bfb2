import type { OwnDraft, WatchedChange } from '../../../api/contract/desk-asset.ts';
import type { Arrangement, NamedArea } from '../../../api/contract/people.ts';
import type { RecutInList } from '../../../api/contract/recut.ts';
import type { Occurrence } from '../../../api/contract/session.ts';
import { type TodayAfter, type TodayList, type TodayStep, todayActs } from '../../../api/contract/today.ts';
import type { SignedIn, ViewerArea } from '../../../api/contract/viewer.ts';
import { DoorTimes } from '../../components/door-times/door-times.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { WatchedChanges } from '../../components/watched-changes/watched-changes.tsx';
import { sayWhen } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { londonTime } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { afterInAddress, readAfter } from './today/after.ts';
import { AskedRecuts, StandingIn } from './today/also-today.tsx';
import { DoneBar } from './today/done-bar.tsx';
import { OwnDrafts } from './today/own-drafts.tsx';
import { TodayCard } from './today/today-card.tsx';

interface TodayProps {
  /** To which something may belong that has no place. */
  areas: NamedArea[];
  covers: Arrangement[];
  recuts: RecutInList[];
  doors: Occurrence[];
  /** What others changed of late of what they watch. */
  watched: WatchedChange[];
  /** What they began and did not finish. */
  drafts: OwnDraft[];
  list: TodayList;
  /** Changes and photos of builders and groups, to be answered in review. */
  fromBuilders: number;
  after: TodayAfter | null;
  form: FormState;
  /** 'gone': somebody else had done it. */
  done: TodayStep | 'gone' | null;
  /** The card to go on with. */
  next: string;
}

/** What needs me in my patch, what does most harm first: one card, one decision, and the way back. */
export const todayPage: DeskFormPage<TodayProps> = {
  async load(data, { query, form }, viewer) {
    const after = readAfter(query.after);
    const [areas, covers, recuts, watched, drafts, doors, list, fromBuilders, step] = await Promise.all([
      data.desk.areasFor(viewer, 'asset.publish'),
      data.desk.coversFor(viewer),
      data.desk.askedRecuts(viewer),
      data.desk.watchedChanges(viewer),
      data.desk.ownDrafts(viewer),
      data.desk.openDoors(viewer),
      data.desk.today(viewer, after),
      data.desk.countFromBuilders(viewer),
      typeof query.done === 'string' ? data.desk.stepToday(viewer, query.done) : null,
    ]);
    const done = query.done === 'gone' ? 'gone' : step;
    return { areas, covers, recuts, watched, drafts, doors, list, fromBuilders, after, form, done, next: String(query.next ?? '') };
  },
  async take(data, { reader, query, typed, problemOf }, viewer) {
    const after = readAfter(query.after);
    const goOn = (done: string, next = '') =>
      `${reader.urls.desk()}?${new URLSearchParams({ done, ...(next ? { next } : {}), ...(after ? { after: afterInAddress(after) } : {}) })}`;
    const { item: key = '', form: card = '', next = '', step = '' } = typed;
    try {
      if (step) {
        await data.desk.undoToday(viewer, step);
        return goOn(step, next);
      }
      const act = todayActs.find((each) => each === typed.act);
      if (!act) return [{ field: null, text: 'confirm.no-answer' }];
      return goOn(
        await data.desk.finishToday(viewer, { key, act, words: typed[`${act === 'in-area' ? 'area' : 'words'}-${card}`] ?? '' }),
        next,
      );
    } catch (error) {
      const { status } = problemOf(error);
      if (status === 404 || status === 409 || status === 410) return goOn('gone', next);
      if (status === 400 && typed.act === 'placed') return [{ field: `words-${card}`, text: 'today.no-place' }];
      throw error;
    }
  },
  title: (_props, { t }) => t('desk.today'),
  style: 'today',
  Body: ({ reader, viewer, areas, covers, recuts, watched, drafts, doors, list, fromBuilders, after, form, done, next }) => (
    <div class="wrap today-page">
      <div class="stack loose">
        {done && <DoneBar reader={reader} form={form} done={done} after={after} back={next} />}
        <header class="stack tight">
          <h1>{sayHello(reader, viewer)}</h1>
          <MyAreas reader={reader} viewer={viewer} />
          <StandingIn reader={reader} viewer={viewer} covers={covers} />
          <p class="lead">{list.total === null ? reader.t('today.further') : reader.t('today.count', { count: list.total })}</p>
          {fromBuilders > 0 && (
            <p>
              <a class="target" href={reader.urls.review()}>
                {reader.t('today.from-builders', { count: fromBuilders })}
              </a>
            </p>
          )}
          <p>
            <a class="target" href={reader.urls.walk()}>
              {reader.t('walk.go')}
            </a>
          </p>
          {list.total === 0 && doors[0] && <p>{reader.t('today.until-door', { when: sayWhen(reader.t, doors[0], reader.now) })}</p>}
        </header>
        {list.items.length > 0 && (
          <ol class="stack">
            {list.items.map((item, at) => (
              <TodayCard
                reader={reader}
                form={form}
                item={item}
                areas={areas}
                after={after}
                next={list.items[at + 1]?.key ?? ''}
                isNext={item.key === next}
              />
            ))}
          </ol>
        )}
        <AskedRecuts reader={reader} recuts={recuts} />
        <WatchedChanges reader={reader} changes={watched} />
        <p class="row">
          {list.next && (
            <a class="button quiet" href={`${reader.urls.desk()}?after=${encodeURIComponent(afterInAddress(list.next))}`}>
              {reader.t('today.more')}
            </a>
          )}
          {after && (
            <a class="button quiet" href={reader.urls.desk()}>
              {reader.t('today.first')}
            </a>
          )}
        </p>
        <OwnDrafts reader={reader} drafts={drafts} />
      </div>
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

function MyAreas({ reader: { t, urls, locale }, viewer }: { reader: Reader; viewer: SignedIn }) {
  if (viewer.areas.length === 0) return <p class="soft">{t(viewer.role === 'steward' ? 'desk.all-areas' : 'desk.no-areas')}</p>;
  return (
    <ul class="my-areas" aria-label={t('desk.my-areas')}>
      {viewer.areas.map(({ slug, name, name_cy, how }: ViewerArea) => (
        <li>
          <a class="target" href={urls.area(slug)}>
            {inLocale(locale, name, name_cy).text}
          </a>
          {how === 'cover' && <small class="soft"> ({t('desk.covering')})</small>}
        </li>
      ))}
    </ul>
  );
}
