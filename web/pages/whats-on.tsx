import { Notice } from '../components/notice/notice.tsx';
import { SaySearch } from '../components/understood/say-search.tsx';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { Outside, sayLost } from './find/amends.tsx';
import { ChosenOn } from './whats-on/chosen-on.tsx';
import { DayStrip } from './whats-on/day-strip.tsx';
import { inPeriod } from './whats-on/in-period.ts';
import { loadWhatsOn, type WhatsOnProps } from './whats-on/load-whats-on.ts';
import { ManyDays } from './whats-on/many-days.tsx';
import { NearForm } from './whats-on/near-form.tsx';
import { OneDay } from './whats-on/one-day.tsx';
import { PartOfDay } from './whats-on/part-of-day.tsx';
import { QuietDays } from './whats-on/quiet-days.tsx';
import { sayPeriod } from './whats-on/say-period.ts';

/** The week around here: a day, a weekend or a week, from where the reader is, with find's filters. */
export const whatsOnPage: Page<WhatsOnProps> = {
  load: loadWhatsOn,
  title: heading,
  style: 'whats-on',
  Body: WhatsOnBody,
};

function WhatsOnBody(props: WhatsOnProps & PageSetting) {
  const { reader, found, period, query, lostPlace, leftOut, needsPlace } = props;
  const { t, urls } = reader;
  const day = found.days.find(({ date }) => date === period.from);
  return (
    <div class="wrap stack">
      <h1>{heading(props, reader)}</h1>
      <DayStrip {...props} />
      <search>
        <NearForm {...props} />
      </search>
      <PartOfDay {...props} />
      {leftOut.map((value) => (
        <p class="said warn">{t('find.left-out', { value })}</p>
      ))}
      {lostPlace && <p class="said warn">{sayLost(reader, lostPlace)}</p>}
      <Outside {...props} />
      <Notice reader={reader} {...(needsPlace && !lostPlace ? { notice_code: 'no-place', notice_about: null } : found)} />
      <UnderstoodOn {...props} />
      <ChosenOn {...props} />
      {day && period.name === 'day' && day.items.length > 0 && <OneDay {...props} day={day} />}
      {period.name !== 'day' && <ManyDays {...props} />}
      {found.total === 0 ? (
        <QuietDays {...props} />
      ) : (
        <p>
          <a class="target" href={urls.find({ ...query, ...inPeriod(period), page: 1 })}>
            {t('whats-on.on-map')}
          </a>
        </p>
      )}
    </div>
  );
}

/** What the words were taken for; each part of it is chosen above or below, and can be taken off there. */
function UnderstoodOn({ reader, query, place, taken }: WhatsOnProps & PageSetting) {
  if (!taken) return null;
  return (
    <p class="said">
      <SaySearch reader={reader} query={query} place={place} />{' '}
      {taken.asTheyStand && (
        <a class="target" href={reader.urls.whatsOn(taken.asTheyStand)}>
          {reader.t('said.as-they-stand')}
        </a>
      )}
    </p>
  );
}

function heading(props: WhatsOnProps, reader: Reader): string {
  const { t } = reader;
  const day = sayPeriod(reader, props.period);
  const [part, ...others] = props.query.time ?? [];
  return part && others.length === 0 ? t('whats-on.title-part', { day, part: t(`whats-on.in-the-${part}`) }) : t('whats-on.title', { day });
}
