import { walkMetres, walkMinutes } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { Phrase } from '../phrase/phrase.tsx';

const easyWalkMinutes = 15;

/** What was understood, as a sentence whose parts can be undone. */
export function Understood({ reader: { t, urls }, query, place }: { reader: Reader; query: FindQuery; place: string | null }) {
  if (!query.q && !place) return null;
  const undo: [MessageKey, FindQuery][] = [];
  if (place && query.within) undo.push(['said.any-distance', { ...query, within: undefined, page: 1 }]);
  if (place && !query.within) undo.push(['said.within-walk', { ...query, within: walkMetres(easyWalkMinutes), page: 1 }]);
  if (query.q && place) undo.push(['said.anything', { ...query, q: undefined, page: 1 }]);
  if (place)
    undo.push([
      'said.anywhere',
      { ...query, near: undefined, within: undefined, sort: query.sort === 'distance' ? undefined : query.sort, page: 1 },
    ]);
  undo.push(['said.start-again', {}]);
  return (
    <p class="said">
      <Phrase
        text={t.raw(sentence(query, place))}
        parts={{
          words: <b>{query.q}</b>,
          place: <b>{place}</b>,
          walk: <b>{query.within && t('far.within-walk', { count: walkMinutes(query.within) })}</b>,
        }}
      />{' '}
      <span class="undo">
        {undo.map(([key, changed]) => (
          <a class="target" href={urls.find(changed)}>
            {t(key, { count: easyWalkMinutes })}
          </a>
        ))}
      </span>
    </p>
  );
}

function sentence(query: FindQuery, place: string | null): MessageKey {
  if (!place) return 'said.words';
  if (query.q) return query.within ? 'said.words-within' : 'said.words-near';
  return query.within ? 'said.within' : 'said.near';
}
