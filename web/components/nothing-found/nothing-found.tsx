import type { CoordinatorCard as Card } from '../../../api/contract/coordinator.ts';
import type { Topic } from '../../../api/contract/vocabulary.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { CoordinatorCard } from '../coordinator-card/coordinator-card.tsx';

interface NothingFoundProps {
  reader: Reader;
  query: FindQuery;
  filtered: boolean;
  /** The place that was typed means nothing to us. */
  lost: boolean;
  /** Someone who helps was found: no talk of starting a group. */
  helped: boolean;
  topics: Topic[];
  coordinators: Card[];
}

/** The start of something: other words, a wider walk, and the person to ask. What was found is said above it. */
export function NothingFound({ reader, query, filtered, lost, helped, topics, coordinators }: NothingFoundProps) {
  const { t, urls, locale } = reader;
  const words = (query.q ?? '').split(/\s+/).filter((word) => word.length > 3);
  const ways: { label: string; query: FindQuery }[] = [
    ...(query.within ? [{ label: t('nothing.wider'), query: { ...query, within: undefined, page: 1 } }] : []),
    ...(filtered ? [{ label: t('nothing.fewer-filters'), query: { q: query.q, near: query.near } }] : []),
    ...(words.length > 1 && !helped
      ? words.slice(0, 4).map((word) => ({ label: t('nothing.only', { word }), query: { ...query, q: word, page: 1 } }))
      : []),
    ...(query.near && query.q ? [{ label: t('nothing.anything-near'), query: { near: query.near } }] : []),
  ];
  return (
    <div class="nothing stack">
      {!helped && <p>{t(lost && !query.q ? 'nothing.lost' : 'nothing.start')}</p>}
      {ways.length > 0 && (
        <ul class="row">
          {ways.map((way) => (
            <li>
              <a class="chip" href={urls.find(way.query)}>
                {way.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {coordinators.map((coordinator) => (
        <CoordinatorCard reader={reader} coordinator={coordinator} beside={coordinators} />
      ))}
      {coordinators.length === 0 && (
        <p>
          <a class="target" href={urls.areas()}>
            {t('nothing.ask')}
          </a>
        </p>
      )}
      <h2>{t('nothing.topics')}</h2>
      <ul class="row">
        {topics.slice(0, 8).map((topic) => (
          <li>
            <a class="chip" href={urls.find({ topic: [topic.slug], near: query.near })}>
              {inLocale(locale, topic.label, topic.label_cy).text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
