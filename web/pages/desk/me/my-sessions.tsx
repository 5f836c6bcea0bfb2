import type { OwnSession } from '../../../../api/contract/people.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { sayAgo } from '../../../i18n/format.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import type { MeProps } from '../me.tsx';

/** Where I am signed in; a lost phone is signed out from here. */
export function MySessions({ reader, account: { sessions }, form }: MeProps & { reader: Reader }) {
  const { t, urls, now } = reader;
  return (
    <section class="stack" aria-labelledby="my-sessions">
      <h2 id="my-sessions">{t('me.sessions')}</h2>
      <ul class="stack tight">
        {sessions.map((session) => (
          <li class="card desk-row">
            <p>
              <strong>{sayDevice(reader, session)}</strong>
              <span class="soft small">
                {session.isThis ? t('me.this') : t('me.seen', { ago: sayAgo(t, daysBetween(session.lastSeenOn, londonDay(now))) })}
              </span>
            </p>
            {!session.isThis && (
              <DeskForm reader={reader} form={form} action={urls.me()} name="session" class="row">
                <input type="hidden" name="id" value={session.id} />
                <button class="button quiet" type="submit" aria-label={t('me.end-which', { device: sayDevice(reader, session) })}>
                  {t('me.end')}
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <DeskForm reader={reader} form={form} action={urls.me()} name="others" class="row">
          <button class="button quiet" type="submit">
            {t('me.end-others')}
          </button>
        </DeskForm>
      )}
    </section>
  );
}

function sayDevice({ t }: Reader, { browser, system }: OwnSession): string {
  if (browser && system) return t('me.device', { browser, system });
  return browser ?? system ?? t('me.device-unknown');
}
