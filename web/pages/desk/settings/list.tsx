import { type SettingChange, type SettingItem, type SettingName, settingNames, settingStates } from '../../../../api/contract/settings.ts';
import type { TopicWords } from '../../../../api/contract/vocabulary.ts';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { sayFullDate } from '../../../i18n/format.ts';
import type { Reader } from '../../../reader.ts';
import type { DeskPage } from '../../../server/desk-page.ts';
import { listedAs } from '../settings.tsx';
import { Changes, Done } from './changes.tsx';
import { sayMeans } from './say-means.ts';
import { type WordList, WordLists, wordList } from './word-lists.tsx';

interface ListProps {
  /** Null: there is nothing of that name. */
  setting: SettingName | null;
  items: SettingItem[];
  changes: SettingChange[];
  form: FormState;
  done: 'saved' | 'undone' | null;
  words: WordList | null;
  topics: TopicWords[];
}

/** All of one sort. */
export const settingListPage: DeskPage<ListProps> = {
  async load(data, { params, query, form }, viewer) {
    const setting = settingNames.find((name) => name === params.setting && listedAs(name) === name) ?? null;
    if (setting === null) return { setting, items: [], changes: [], form, done: null, words: null, topics: [] };
    const [items, changes, words, { topics }] = await Promise.all([
      data.desk.settings(viewer, { setting }),
      data.desk.settingChanges(viewer, { setting }),
      setting === 'phrase' || setting === 'synonyms' ? wordList(data, viewer, { setting, q: query.q }) : null,
      data.topicNames(),
    ]);
    const joins = setting === 'topic' ? await data.desk.settingChanges(viewer, { setting: 'join' }) : [];
    const done = query.saved === 'yes' ? 'saved' : query.saved === 'undone' ? 'undone' : null;
    const latest = [...changes, ...joins].toSorted((one, other) => other.id - one.id).slice(0, 20);
    return { setting, items, changes: latest, form, words, done, topics };
  },
  title: ({ setting }, { t }) => t(setting ? `settings.${setting}` : 'desk.not-found-title'),
  status: ({ setting }) => (setting ? 200 : 404),
  Body: ({ reader, setting, items, changes, form, done, words, topics }) => {
    const { t, urls } = reader;
    return (
      <div class="wrap stack loose narrow">
        <div class="stack">
          <p>
            <a class="target" href={urls.settings()}>
              {t('settings.back')}
            </a>
          </p>
          <h1>{t(setting ? `settings.${setting}` : 'desk.not-found-title')}</h1>
          {done && <Done reader={reader} form={form} undone={done === 'undone'} last={changes[0]} />}
          {setting && setting !== 'kind' && setting !== 'texts' && setting !== 'join' && (
            <p>
              <a class="button" href={urls.setting(setting, 'new')}>
                {t(`settings.add-${setting}`)}
              </a>
            </p>
          )}
        </div>
        {setting && words && <WordLists reader={reader} words={words} setting={setting} topics={topics} />}
        {setting && (
          <section class="stack tight" aria-labelledby="own">
            <h2 id="own" class={words ? undefined : 'unseen'}>
              {t(words ? 'settings.own' : `settings.${setting}`)}
            </h2>
            {items.length === 0 && <p class="soft">{t('settings.none')}</p>}
            <ul class="stack tight desk-links">
              {items.map((item) => (
                <li>
                  <a href={urls.setting(setting, item.subject)}>
                    <span>{item.title}</span>
                    <small class="soft">{sayItem(reader, { setting, topics }, item.state)}</small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Changes reader={reader} form={form} changes={changes} />
      </div>
    );
  },
};

function sayItem(reader: Reader, { setting, topics }: { setting: SettingName; topics: TopicWords[] }, state: object): string {
  const { t } = reader;
  if (setting === 'signpost') {
    const { status, crisis, phone } = settingStates.signpost.parse(state);
    return [status === 'hidden' && t('settings.retired'), crisis && t('settings.crisis'), phone].filter(Boolean).join(' · ');
  }
  if (setting === 'topic') return settingStates.topic.parse(state).wish;
  if (setting === 'kind') return t('settings.fresh-for', { count: settingStates.kind.parse(state).half_life_days });
  if (setting === 'holiday') return settingStates.holiday.parse(state).month_day;
  if (setting === 'term') {
    const { starts_on, ends_on } = settingStates.term.parse(state);
    return t('settings.from-until', { from: sayFullDate(t, starts_on), until: sayFullDate(t, ends_on) });
  }
  if (setting === 'phrase') {
    return sayMeans(reader, settingStates.phrase.parse(state), topics) || t('settings.means-nothing');
  }
  if (setting === 'synonyms') {
    const { replaces } = settingStates.synonyms.parse(state);
    return replaces ? t('settings.left-out', { words: replaces.replaceAll('|', ', ') }) : '';
  }
  return '';
}
