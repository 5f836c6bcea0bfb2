import type { RefusedAttempt } from '../../../api/contract/people.ts';
import { Words } from '../../components/words/words.tsx';
import { sayDate, sayTime } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { DeskPage } from '../../server/desk-page.ts';

/** What was tried without the right to, for stewards: mostly somebody whose area should be another. */
export const refusedPage: DeskPage<{ attempts: RefusedAttempt[] }> = {
  load: async (data, _request, viewer) => ({ attempts: await data.desk.refusedAttempts(viewer) }),
  title: (_props, { t }) => t('refused.title'),
  Body: ({ reader, attempts }) => {
    const { t, now } = reader;
    return (
      <div class="wrap stack narrow">
        <h1>{t('refused.title')}</h1>
        <p class="lead">{t(attempts.length > 0 ? 'refused.lead' : 'refused.none')}</p>
        <ul class="stack tight">
          {attempts.map(({ at, name, role, action, area }) => (
            <li class="card desk-row">
              <p>
                <strong>{name}</strong>
                <span class="soft small">
                  {t(`people.${role}`)} · {t(`right.${action}`)}
                  {area && (
                    <>
                      {' · '}
                      <Words reader={reader} en={area.name} cy={area.name_cy} />
                    </>
                  )}
                </span>
              </p>
              <time dateTime={at}>{`${sayDate(t, londonDay(at), now)}, ${sayTime(t, at)}`}</time>
            </li>
          ))}
        </ul>
      </div>
    );
  },
};
