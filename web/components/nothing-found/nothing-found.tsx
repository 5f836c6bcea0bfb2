import type { CoordinatorCard as Card } from '../../../api/contract/coordinator.ts';
import type { Topic } from '../../../api/contract/vocabulary.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { CoordinatorCard } from '../coordinator-card/coordinator-card.tsx';
import { StartIt } from '../start-it/start-it.tsx';

interface Way {
  label: string;
  query: FindQuery;
  count: number;
}

interface NothingFoundProps {
  reader: Reader;
  query: FindQuery;
  /** Other searches that do find something. */
  ways: { words: Way[]; wider: Way[] };
  /** Someone who helps was found: no talk of starting a group. */
  helped: boolean;
  topics: Topic[];
  coordinators: Card[];
}

/** The start of something: other words, a wider walk, and the person to ask. What was found is said above it. */
export function NothingFound({ reader, query, ways, helped, topics, coordinators }: NothingFoundProps) {
  const { t, urls, locale } = reader;
  const [first] = coordinators;
  return (
    <div class="nothing stack">
      {!helped && <p>{t('nothing.start')}</p>}
      <Ways reader={reader} label={t('nothing.words')} ways={ways.words} />
      <Ways reader={reader} label={t('nothing.wider')} ways={ways.wider} />
      {coordinators.map((coordinator) => (
        <CoordinatorCard reader={reader} coordinator={coordinator} beside={coordinators} />
      ))}
      {first && query.q && !helped && <StartIt reader={reader} coordinator={first} />}
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

function Ways({ reader: { urls }, label, ways }: { reader: Reader; label: string; ways: Way[] }) {
  if (ways.length === 0) return null;
  return (
    <div class="stack tight">
      <p class="soft">{label}</p>
      <ul class="row" aria-label={label}>
        {ways.map((way) => (
          <li>
            <a class="chip" href={urls.find(way.query)}>
              {way.label} <small>{way.count}</small>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
