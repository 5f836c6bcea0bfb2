import type { SettingName, TriedPhrase } from '../../../../api/contract/settings.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { TopicWords } from '../../../../api/contract/vocabulary.ts';
import { Words } from '../../../components/words/words.tsx';
import type { Reader } from '../../../reader.ts';
import type { PageData } from '../../../server/page-data.ts';
import { sayMeans } from './say-means.ts';

interface ShippedLine {
  title: string;
  /** Null: it is no phrase. */
  means: { topics: string[]; words: string[] } | null;
  /** What names it in the address of the form; null: it stays as it is. */
  from: string | null;
}

/** What comes with the program, as far as it is asked for, and what words now find. */
export interface WordList {
  q: string;
  tried: TriedPhrase | null;
  shipped: ShippedLine[];
  count: number;
}

const most = 20;

export async function wordList(
  data: PageData,
  viewer: SignedIn,
  { setting, q: asked }: { setting: 'phrase' | 'synonyms'; q: unknown },
): Promise<WordList> {
  const q = typeof asked === 'string' ? asked.trim().slice(0, 100) : '';
  const [{ phrases, synonyms }, tried] = await Promise.all([
    data.desk.shippedWords(viewer),
    q === '' ? null : data.desk.tryPhrase(viewer, q),
  ]);
  const lines =
    setting === 'phrase'
      ? phrases.map((entry) => ({
          title: entry.phrases.join(', '),
          means: entry,
          from: entry.phrases[0] ?? null,
        }))
      : synonyms.map(({ words, key, leadsToHelp }) => ({ title: words.join(', '), means: null, from: leadsToHelp ? null : key }));
  const found = lines.filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()));
  return { q, tried, shipped: found.slice(0, most), count: found.length };
}

interface WordListsProps {
  reader: Reader;
  words: WordList;
  setting: SettingName;
  topics: TopicWords[];
}

export function WordLists({ reader, words, setting, topics }: WordListsProps) {
  const { t, urls } = reader;
  return (
    <>
      <form method="get" action={urls.settingList(setting)} class="stack">
        <div class="field">
          <label for="q">{t('settings.try')}</label>
          <p id="q-hint" class="soft small">
            {t('settings.try-hint')}
          </p>
          <input id="q" name="q" value={words.q} maxLength={100} aria-describedby="q-hint" autocomplete="off" />
        </div>
        <p>
          <button class="button" type="submit">
            {t('settings.try-look')}
          </button>
        </p>
      </form>
      {words.tried && <Tried reader={reader} tried={words.tried} topics={topics} />}
      <details open={words.q !== ''} class="stack">
        <summary class="target">{t('settings.shipped')}</summary>
        {words.count > words.shipped.length && <p>{t('settings.shipped-some', { shown: words.shipped.length, count: words.count })}</p>}
        <ul class="stack tight">
          {words.shipped.map(({ title, means, from }) => (
            <li class="card desk-row">
              <p>
                <span>{title}</span>
                <span class="soft small">{from === null ? t('settings.leads-to-help') : means && sayMeans(reader, means, topics)}</span>
              </p>
              {from !== null && (
                <a class="target" href={urls.setting(setting, 'new', { from })} aria-label={t('settings.override-which', { what: title })}>
                  {t('settings.override')}
                </a>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Tried({ reader, tried, topics }: { reader: Reader; tried: TriedPhrase; topics: TopicWords[] }) {
  const { meant, items, total } = tried;
  const { t, urls } = reader;
  return (
    <section class="card stack tight" aria-label={t('settings.try')}>
      {meant.length === 0 && <p>{t('settings.tried-itself')}</p>}
      {meant.map((each) => (
        <p>{t('settings.tried-means', { phrase: each.phrase, what: sayMeans(reader, each, topics) })}</p>
      ))}
      <p>{t('settings.tried-found', { count: total })}</p>
      <ol>
        {items.map((item) => (
          <li>
            {item.type === 'asset' ? (
              <a class="target" href={urls.asset(item.slug)}>
                <Words reader={reader} en={item.name} cy={item.name_cy} />
              </a>
            ) : (
              <Words reader={reader} en={item.name} cy={item.name_cy} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
