import type { Asset } from '../../../api/contract/asset.ts';
import type { Session } from '../../../api/contract/session.ts';
import { DateList } from '../../components/date-list/date-list.tsx';
import { Words } from '../../components/words/words.tsx';
import { capitalise, sayFullDate } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import { sayRecurrence } from '../../i18n/say-recurrence.ts';
import type { Reader } from '../../reader.ts';

const shownDates = 5;

/** When it happens, as people say it, then the coming dates; pauses and ends said plainly. */
export function RegularTimes({ reader, asset }: { reader: Reader; asset: Asset }) {
  if (asset.sessions.length === 0 && asset.dates.length === 0) return null;
  const { t, locale } = reader;
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
              <SessionNotes reader={reader} session={session} asset={asset} />
            </li>
          );
        })}
      </ul>
      {asset.dates.length > 0 && (
        <>
          <h3 class="soft">{t('asset.dates')}</h3>
          <DateList reader={reader} dates={asset.dates.slice(0, shownDates)} />
          {asset.dates.length > shownDates && (
            <details class="more-dates">
              <summary class="target">{t('asset.more-dates')}</summary>
              <DateList reader={reader} dates={asset.dates.slice(shownDates)} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function SessionNotes({ reader, session, asset }: { reader: Reader; session: Session; asset: Asset }) {
  const { t, locale, now } = reader;
  const { paused, until, note, venue, by_appointment: byAppointment } = session;
  const lang = locale === 'en' ? undefined : 'en';
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
        <p class="soft" lang={lang}>
          {note}
        </p>
      )}
      {paused && (
        <p class="said warn">
          {paused.until ? t('when.paused-until', { date: sayFullDate(t, paused.until) }) : t('when.paused')}{' '}
          {paused.note && <span lang={lang}>{paused.note}</span>}
        </p>
      )}
      {until && <p class="soft">{t(over ? 'when.ended' : 'when.until', { date: sayFullDate(t, until) })}</p>}
    </>
  );
}
