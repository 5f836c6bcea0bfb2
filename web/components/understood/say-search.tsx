import type { ComponentChild } from 'preact';
import { weekdays } from '../../../api/contract/vocabulary.ts';
import { sayDate, sayList, walkMinutes } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { languageName } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { Phrase } from '../phrase/phrase.tsx';

interface SaySearchProps {
  reader: Reader;
  query: FindQuery;
  place: string | null;
  /** What all of the words mean, where they say less than that. */
  meaning?: string | null;
}

/** "Looking for somewhere warm, on Tuesdays, in the evening, near QX3 2AB." "Looking for lonely: company, chat and natter." */
export function SaySearch({ meaning, ...search }: SaySearchProps) {
  return (
    <>
      <Sentence {...search} />
      {meaning ? search.reader.t('said.meaning', { list: meaning }) : '.'}
    </>
  );
}

function Sentence({ reader, query, place }: Omit<SaySearchProps, 'meaning'>) {
  const { t } = reader;
  const details = [...whenAndHow(reader, query)];
  const walk = query.within && t('far.within-walk', { count: walkMinutes(query.within) });
  const parts: Record<string, ComponentChild> = { words: <b>{query.q}</b>, place: <b>{place}</b>, walk: <b>{walk}</b> };
  if (details.length === 0) return <Phrase text={t.raw(plainSentence(query, place))} parts={parts} />;
  const where = place ? [<Phrase text={t.raw(query.within ? 'said.part-within' : 'said.part-near')} parts={parts} />] : [];
  const all = [...details.map((detail) => <b>{detail}</b>), ...where];
  return (
    <Phrase
      text={t.raw('said.with-details')}
      parts={{
        what: <b>{query.q || t('said.something')}</b>,
        details: all.map((detail, at) => (at === 0 ? detail : <>, {detail}</>)),
      }}
    />
  );
}

function plainSentence({ q, within }: FindQuery, place: string | null) {
  if (!place) return 'said.words';
  if (q) return within ? 'said.words-within' : 'said.words-near';
  return within ? 'said.within' : 'said.near';
}

function whenAndHow({ t, now }: Reader, query: FindQuery): string[] {
  const { day = [], time = [], on, from, to } = query;
  const date = (value: string) => sayDate(t, value, now);
  const numbers = day.map((each) => weekdays.indexOf(each)).sort();
  return [
    ...(day.length > 0 ? [t('said.on-days', { days: grammarOf(t.locale).weekly(numbers, false) })] : []),
    ...(on ? [t('said.on-date', { date: date(on) })] : []),
    ...(from && to ? [t('said.between', { from: date(from), to: date(to) })] : []),
    ...(from && !to ? [t('said.from', { date: date(from) })] : []),
    ...(to && !from ? [t('said.until', { date: date(to) })] : []),
    ...(time.length > 0
      ? [
          sayList(
            t,
            time.map((part) => t(`said.in-${part}`)),
          ),
        ]
      : []),
    ...(query.cost?.length ? [t('cost.free')] : []),
    ...(query.just_turn_up?.length ? [t('said.just-turn-up')] : []),
    ...(query.bring_someone?.length ? [t('said.bring-someone')] : []),
    ...(query.access ?? []).map((feature) => t(`access.${feature}`)),
    ...(query.language ?? []).map((code) => t('said.language', { language: languageName(t.locale, code) })),
  ];
}
