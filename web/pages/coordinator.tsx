import type { Coordinator } from '../../api/contract/coordinator.ts';
import { sayDoor } from '../components/coordinator-card/say-door.ts';
import { DoorTimes } from '../components/door-times/door-times.tsx';
import { Portrait } from '../components/portrait/portrait.tsx';
import { Words } from '../components/words/words.tsx';
import { sayDate, sayLanguages } from '../i18n/format.ts';
import { inLocale, languageName } from '../i18n/locale.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';

interface CoordinatorProps {
  coordinator: Coordinator;
}

/** A Local Area Coordinator: a face, and where to find them this week. */
export const coordinatorPage: Page<CoordinatorProps> = {
  load: async (data, { params }) => ({ coordinator: await data.coordinator(params.slug ?? '') }),
  title: ({ coordinator }) => coordinator.name,
  description: ({ coordinator }, reader) => sayDoor(reader, coordinator),
  style: 'area',
  Body: CoordinatorBody,
};

function CoordinatorBody({ reader, coordinator }: CoordinatorProps & PageSetting) {
  const { t, locale } = reader;
  const { first_name: name } = coordinator;
  const languages = coordinator.languages.map((code) => languageName(locale, code));
  return (
    <div class="wrap columns side">
      <article class="stack loose">
        <header class="welcome">
          <Portrait portrait={coordinator.portrait} size="big" />
          <div class="stack tight">
            <h1>{coordinator.name}</h1>
            <p class="lead">{t('person.role')}</p>
            <p class="open-now">{sayDoor(reader, coordinator)}</p>
          </div>
        </header>
        {coordinator.about && (
          <blockquote class="lead prose">
            <p>
              <Words reader={reader} en={coordinator.about} cy={coordinator.about_cy} />
            </p>
          </blockquote>
        )}
        <section class="stack tight" aria-labelledby="hello">
          <h2 id="hello">{t('person.hello', { name })}</h2>
          <p>{t('person.promise', { name })}</p>
          <p class="row">
            {coordinator.phone && (
              <a class="button" href={`tel:${coordinator.phone.replaceAll(' ', '')}`}>
                {t('person.ring', { phone: coordinator.phone })}
              </a>
            )}
            {coordinator.email && (
              <a class="target" href={`mailto:${coordinator.email}`}>
                {coordinator.email}
              </a>
            )}
          </p>
          {languages.length > 0 && <p class="soft">{t('person.speaks', { name, languages: sayLanguages(t, languages) })}</p>}
        </section>
      </article>
      <aside class="stack loose">
        <section class="card person doors" aria-labelledby="doors">
          <div class="stack tight">
            <h2 id="doors">{t('person.this-week')}</h2>
            {coordinator.open_doors.length > 0 ? (
              <DoorTimes reader={reader} doors={coordinator.open_doors} most={10} notes />
            ) : (
              <p>{t('person.no-doors', { name })}</p>
            )}
          </div>
        </section>
        <Areas reader={reader} coordinator={coordinator} />
      </aside>
    </div>
  );
}

function Areas({ reader, coordinator }: { reader: Reader; coordinator: Coordinator }) {
  const { t, urls, locale, now } = reader;
  return (
    <section class="stack tight" aria-labelledby="patch">
      <h2 id="patch">{t('person.areas')}</h2>
      <ul class="row">
        {coordinator.areas.map((area) => (
          <li>
            <a class="chip" href={urls.area(area.slug)}>
              <Words reader={reader} en={area.name} cy={area.name_cy} />
            </a>
          </li>
        ))}
      </ul>
      {coordinator.covering.map((cover) => {
        const area = inLocale(locale, cover.area.name, cover.area.name_cy).text;
        return (
          <p class="said">
            {cover.until ? t('person.covering-until', { area, date: sayDate(t, cover.until, now) }) : t('person.covering', { area })}{' '}
            {cover.note && <Words reader={reader} en={cover.note} />}
          </p>
        );
      })}
    </section>
  );
}
