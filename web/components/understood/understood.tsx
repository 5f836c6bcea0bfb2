import type { Meant } from '../../../api/contract/asset-query.ts';
import type { Topic } from '../../../api/contract/vocabulary.ts';
import { walkMetres } from '../../i18n/format.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { isWholeWish, sayMeaning } from './say-meaning.ts';
import { SaySearch } from './say-search.tsx';

interface UnderstoodProps {
  reader: Reader;
  query: FindQuery;
  place: string | null;
  /** What the words chose, for the script: it follows the words while they are typed. */
  taken: { typed: string; choices: string[]; asTheyStand: FindQuery | null } | null;
  meant: Meant[];
  topics: Topic[];
}

const easyWalkMinutes = 15;

/** What was understood, as a sentence whose parts can be undone. */
export function Understood({ reader, query, place, taken, meant, topics }: UnderstoodProps) {
  const { t, urls } = reader;
  if (!query.q && !place && !taken) return null;
  const whole = meant.find((each) => isWholeWish(query.q ?? '', each));
  const parts = meant.filter((each) => each !== whole);
  const undo: [label: string, FindQuery][] = [];
  if (place && query.within) undo.push([t('said.any-distance'), { ...query, within: undefined, page: 1 }]);
  if (query.q && place) undo.push([t('said.not-words', { words: shorten(query.q) }), { ...query, q: undefined, page: 1 }]);
  if (place)
    undo.push([
      t('said.not-place', { place }),
      { ...query, near: undefined, within: undefined, sort: query.sort === 'distance' ? undefined : query.sort, page: 1 },
    ]);
  if (place && !query.within)
    undo.push([t('said.only-walk', { count: easyWalkMinutes }), { ...query, within: walkMetres(easyWalkMinutes), page: 1 }]);
  if (taken?.asTheyStand) undo.push([t('said.as-they-stand'), taken.asTheyStand]);
  undo.push([t('said.start-again'), {}]);
  return (
    <p class="said" data-typed={taken?.typed} data-said={taken ? JSON.stringify(taken.choices) : undefined}>
      <SaySearch reader={reader} query={query} place={place} meaning={whole && sayMeaning(reader, whole, topics)} />{' '}
      {parts.map((each) => (
        <SayMeant reader={reader} meant={each} topics={topics} />
      ))}
      <span class="undo">
        {undo.map(([label, changed]) => (
          <a class="target" href={urls.find(changed)}>
            {label}
          </a>
        ))}
      </span>
    </p>
  );
}

/** "“Lonely”: we looked for company, chat and natter." */
function SayMeant({ reader, meant, topics }: { reader: Reader; meant: Meant; topics: Topic[] }) {
  const list = sayMeaning(reader, meant, topics);
  return list && <>{reader.t('said.meant', { phrase: meant.phrase, list })} </>;
}

/** The sentence before it says them whole. */
const mostLetters = 24;
const shorten = (words: string) => (words.length > mostLetters ? `${words.slice(0, mostLetters - 1).trimEnd()}…` : words);
