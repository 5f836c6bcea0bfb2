import type { AssetSearchPage } from '../../../../api/contract/asset-query.ts';
import type { TopicWords } from '../../../../api/contract/vocabulary.ts';
import { capitalise, endSentence, sayCheck, sayDay, sayDistance } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';

type Found = AssetSearchPage['items'][number];
type Why = NonNullable<Found['why']>[number];

/** How each word that was typed is there, and what else decides where it stands, a sentence each. */
export function sayWhy(reader: Reader, found: Found, topics: TopicWords[]): string[] {
  const words = (found.why ?? []).flatMap((why) => sayWord(reader, why, topics) ?? []);
  return [...words, sayPlaceAndTime(reader, found), ...sayBehind(reader, found)].filter((text) => text !== '');
}

/** Null for what is told of the listing rather than of a word. */
function sayWord({ t, locale }: Reader, why: Why, topics: TopicWords[]): string | null {
  const { reason, word = '', held = '', typed } = why;
  if (reason === 'distance' || reason === 'freshness' || reason === 'kind' || reason === 'next-date') return null;
  const topic = topics.find(({ slug }) => slug === why.topic);
  const said = { word, held, topic: topic ? inLocale(locale, topic.label, topic.label_cy).text : '' };
  const how = t(`why.${reason}`, said);
  return typed === undefined ? how : `${t('why.taken-for', { typed, word })} ${how}`;
}

/** "8 minutes’ walk, checked by the group 3 weeks ago, next on Tuesday." */
function sayPlaceAndTime({ t, now }: Reader, { why = [], distance_metres, checked, next }: Found): string {
  const isNear = why.some(({ reason }) => reason === 'distance') && distance_metres !== null;
  const parts = [
    isNear && sayDistance(t, distance_metres),
    checked && sayCheck(t, checked, now),
    next && t('why.next', { day: sayDay(t, londonDay(next.starts_at), now) }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? '' : endSentence(capitalise(parts.join('; ')));
}

/** What makes it stand behind others that the words suit as well. */
function sayBehind({ t }: Reader, { type, kind, why = [], distance_metres, checked }: Found): string[] {
  const isPlaceless = why.some(({ reason }) => reason === 'distance') && distance_metres === null;
  const isUnsure = type === 'asset' && (checked === null || checked.freshness === 'stale');
  return [
    isPlaceless ? t('why.placeless') : '',
    isUnsure ? t(checked ? 'why.stale' : 'why.never-checked') : '',
    kind === 'signpost' || kind === 'institution' ? t(`why.${kind}`) : '',
  ];
}
