import type { Asset } from '../../../api/contract/asset.ts';
import type { Session } from '../../../api/contract/session.ts';
import { DateList } from '../../components/date-list/date-list.tsx';
import { NextOn } from '../../components/next-on/next-on.tsx';
import { Words } from '../../components/words/words.tsx';
import { beforeReason, capitalise, endSentence, sayFullDate } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import { sayRecurrence } from '../../i18n/say-recurrence.ts';
import type { Reader } from '../../reader.ts';

const shownDates = 5;

/** When it happens, as people say it, then the coming dates; pauses and ends said plainly. */
export function RegularTimes({ reader, asset }: { reader: Reader; asset: Asset }) {
  if (asset.sessions.length === 0 && asset.dates.length === 0) return null;
  const { t, locale, now, urls } = reader;
  return (
    <section class="stack tight" aria-labelledby="when">
      <h2 id="when" class="unseen">
        {t('asset.when')}
      </h2>
      <ul class="regular stack tight">
        {asset.sessions.map((session) => {
          const written = !session.rule && session.usually !== null && locale !== 'en';
          return (
            <li>
              {session.title && (
                <span>
                  <Words reader={reader} en={session.title} cy={session.title_cy} />:{' '}
                </span>
              )}
              <strong lang={written ? 'en' : undefined}>{capitalise(sayRecurrence(t, session))}</strong>
              <NextOn reader={reader} next={session.next} />
              <SessionNotes reader={reader} session={session} asset={asset} />
            </li>
          );
        })}
      </ul>
      {currentPauses(asset, now).map((pause) => (
        <Pause reader={reader} pause={pause} />
      ))}
      {asset.dates.length > 0 && (
        <>
          <h3 class="soft">{t('asset.dates')}</h3>
          <DateList reader={reader} dates={asset.dates.slice(0, shownDates)} sessions={asset.sessions} />
          {asset.dates.length > shownDates && (
            <details class="more-dates">
              <summary class="target">{t('asset.more-dates')}</summary>
              <DateList reader={reader} dates={asset.dates.slice(shownDates)} sessions={asset.sessions} />
            </details>
          )}
          <p class="on-screen">
            <a class="target" href={urls.assetCalendar(asset.slug)} type="text/calendar">
              {t('asset.calendar')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function SessionNotes({ reader, session, asset }: { reader: Reader; session: Session; asset: Asset }) {
  const { t, now } = reader;
  const { until, note, venue, by_appointment: byAppointment } = session;
  const over = until !== null && until < londonDay(now);
  return (
    <>
      {byAppointment && (session.rule || session.usually) && <span> {t('when.ask-first')}</span>}
      {venue && venue.slug !== asset.place?.slug && (
        <span>
          {' '}
          · <Words reader={reader} en={venue.name} cy={venue.name_cy} />
        </span>
      )}
      {note && (
        <p class="soft">
          <Words reader={reader} en={note} />
        </p>
      )}
      {until && <p class="soft">{t(over ? 'when.ended' : 'when.until', { date: sayFullDate(t, until) })}</p>}
    </>
  );
}

type PauseOfSession = NonNullable<Session['paused']>;

/** Those that hold today; what rests together is said once. */
function currentPauses({ sessions }: Asset, now: Date): PauseOfSession[] {
  const today = londonDay(now);
  const pauses = sessions.flatMap(({ paused }) =>
    paused && paused.from <= today && (paused.until === null || paused.until >= today) ? [paused] : [],
  );
  return [...new Map(pauses.map((pause) => [`${pause.until}|${pause.note}`, pause])).values()];
}

function Pause({ reader, pause }: { reader: Reader; pause: PauseOfSession }) {
  const { t } = reader;
  const said = pause.until ? t('when.paused-until', { date: sayFullDate(t, pause.until) }) : t('when.paused');
  return (
    <p class="said warn">
      {pause.note ? beforeReason(said, pause.note) : `${said}.`} {pause.note && <Words reader={reader} en={endSentence(pause.note)} />}
    </p>
  );
}
