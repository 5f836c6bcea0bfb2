import type { AssetSearchPage } from '../../../api/contract/asset-query.ts';
import type { TopicWords } from '../../../api/contract/vocabulary.ts';
import { KindPin } from '../../components/kind-pin/kind-pin.tsx';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';
import type { DeskPage } from '../../server/desk-page.ts';
import { searchAnyway } from '../find/search-anyway.ts';
import { sayWhy } from './why-found/say-why.ts';

interface WhyProps {
  asked: { q: string; near: string };
  found: AssetSearchPage | null;
  lostPlace: string | null;
  topics: TopicWords[];
}

/** What residents find, in their order, and for each why it is there: for those who mend the words. */
export const whyFoundPage: DeskPage<WhyProps> = {
  async load(data, request) {
    const asked = { q: textOf(request.query.q), near: textOf(request.query.near) };
    if (asked.q === '' && asked.near === '') return { asked, found: null, lostPlace: null, topics: [] };
    const [{ found, lostPlace }, { topics }] = await Promise.all([
      searchAnyway(data, request, { ...asked, explain: '1' }),
      data.topicNames(),
    ]);
    return { asked, found, lostPlace, topics };
  },
  title: (_props, { t }) => t('why.title'),
  Body: ({ reader, asked, found, lostPlace, topics }) => (
    <div class="wrap stack narrow">
      <h1>{reader.t('why.title')}</h1>
      <p class="lead">{reader.t('why.intro')}</p>
      <WhyForm reader={reader} asked={asked} />
      {lostPlace && <p class="note">{reader.t('why.lost-place', { place: lostPlace })}</p>}
      {found && <Found reader={reader} found={found} topics={topics} />}
    </div>
  ),
};

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

function WhyForm({ reader: { t, urls }, asked }: { reader: Reader; asked: WhyProps['asked'] }) {
  return (
    <form class="stack" action={urls.whyFound()}>
      <div class="field">
        <label for="q">{t('why.words')}</label>
        <input id="q" name="q" type="search" value={asked.q} maxLength={200} autocomplete="off" enterkeyhint="search" />
      </div>
      <div class="field">
        <label for="near">{t('ask.where')}</label>
        <input id="near" name="near" value={asked.near} maxLength={200} autocomplete="off" />
      </div>
      <button class="button" type="submit">
        {t('ask.look')}
      </button>
    </form>
  );
}

function Found({ reader, found, topics }: { reader: Reader; found: AssetSearchPage; topics: TopicWords[] }) {
  const { t } = reader;
  return (
    <>
      <h2>{t('find.count', { count: found.total })}</h2>
      {found.understood.length > 0 && (
        <p>
          {t('why.understood', { list: found.understood.map(({ text }) => `“${text}”`).join(', ') })}{' '}
          {found.words && t('why.looked-for', { words: found.words })}
        </p>
      )}
      {found.items.length > 0 && (
        <details>
          <summary class="target">{t('why.order')}</summary>
          <p>{t('why.order-rules')}</p>
        </details>
      )}
      <ol class="stack">
        {found.items.map((item, index) => (
          <li key={item.id} class="result">
            <KindPin kind={item.kind} mark={index + 1} />
            <div>
              <h3>
                <a href={item.kind === 'signpost' ? reader.urls.helpNow() : reader.urls.asset(item.slug)}>
                  <Words reader={reader} en={item.name} cy={item.name_cy} />
                </a>
              </h3>
              <ul>
                {sayWhy(reader, item, topics).map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
