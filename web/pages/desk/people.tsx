import type { Person } from '../../../api/contract/people.ts';
import { sayAgo } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import { daysBetween, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';

/** Who keeps the directory with me, and what may be done about it. */
export const peoplePage: DeskPage<{ people: Person[] }> = {
  load: async (data, _request, viewer) => ({ people: await data.desk.people(viewer) }),
  title: (_props, { t }) => t('people.title'),
  Body: ({ reader, people }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <h1>{t('people.title')}</h1>
          <p>
            <a class="button" href={urls.invite()}>
              {t('people.invite')}
            </a>
          </p>
        </div>
        {people.length === 0 && <p class="lead">{t('people.none')}</p>}
        <ul class="stack tight">
          {people.map((person) => (
            <li class="card stack tight">
              <h2 class="lead">{person.name}</h2>
              <p>{sayWho(reader, person)}</p>
              <p class="soft small">
                {person.email} · {sayState(reader, person)}
              </p>
              {person.changes.length > 0 && (
                <p class="row">
                  {person.changes.map((change) => (
                    <a
                      class="target"
                      href={urls.changeAccount(person.id, change)}
                      aria-label={t(`people.${change}-who`, { name: person.name })}
                    >
                      {t(`people.${change}`)}
                    </a>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  },
};

/** "Community builder, trusted · Abbey and Riverside". */
function sayWho({ t, locale }: Reader, { role, trusted, areas }: Person): string {
  const names = areas.map(({ name, name_cy }) => inLocale(locale, name, name_cy).text);
  return [t(trusted ? 'people.builder-trusted' : `people.${role}`), ...names].join(' · ');
}

function sayState({ t, now }: Reader, { status, lastSeenOn }: Person): string {
  if (status !== 'active') return t(`people.${status}`);
  return lastSeenOn ? t('people.seen', { ago: sayAgo(t, daysBetween(lastSeenOn, londonDay(now))) }) : t('people.never-seen');
}
