import { weekdays } from '../../../api/contract/vocabulary.ts';
import { capitalise, walkMinutes } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { inLocale, languageName } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';
import { inPeriod } from './in-period.ts';
import type { WhatsOnProps } from './load-whats-on.ts';

/** Where and what is chosen beside the days, each taken off with one press. */
export function ChosenOn(props: WhatsOnProps & { reader: Reader }) {
  const { reader, query, period } = props;
  const { t, urls } = reader;
  const chosen = [...wordsAndPlace(props), ...filters(props)];
  if (chosen.length === 0) return null;
  return (
    <ul class="row chosen" aria-label={t('filter.chosen')}>
      {chosen.map(({ label, without }) => (
        <li>
          <a class="chip on" href={urls.whatsOn({ ...query, ...inPeriod(period), page: 1, ...without })}>
            <span class="unseen">{t('filter.remove')} </span>
            {label}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a class="target" href={urls.whatsOn({ ...inPeriod(period), time: query.time })}>
            {t('filter.reset')}
          </a>
        </li>
      )}
    </ul>
  );
}

interface Chosen {
  label: string;
  without: FindQuery;
}

function wordsAndPlace({ reader: { t }, query, place }: WhatsOnProps & { reader: Reader }): Chosen[] {
  const chosen: Chosen[] = [];
  if (query.q) chosen.push({ label: `“${query.q}”`, without: { q: undefined } });
  if (place) chosen.push({ label: t('whats-on.near', { place }), without: { near: undefined, within: undefined } });
  if (place && query.within)
    chosen.push({ label: capitalise(t('far.within-walk', { count: walkMinutes(query.within) })), without: { within: undefined } });
  if (query.bbox) chosen.push({ label: t('filter.in-view'), without: { bbox: undefined } });
  return chosen;
}

function filters({ reader, query, topics, areas }: WhatsOnProps & { reader: Reader }): Chosen[] {
  const { t, locale } = reader;
  const chips = <Value extends string>(name: keyof FindQuery, values: readonly Value[] = [], label: (value: Value) => string): Chosen[] =>
    values.map((value) => ({ label: capitalise(label(value)), without: { [name]: values.filter((each) => each !== value) } }));
  const named = (found: { en: string; cy: string | null } | undefined) => found && inLocale(locale, found.en, found.cy).text;
  const topic = new Map(topics.topics.map(({ slug, label, label_cy }) => [slug, named({ en: label, cy: label_cy })]));
  const kind = new Map(topics.kinds.map((each) => [String(each.slug), named({ en: each.label_plural, cy: each.label_plural_cy })]));
  const area = new Map(areas.map(({ slug, name, name_cy }) => [slug, named({ en: name, cy: name_cy })]));
  return [
    ...chips('topic', query.topic, (slug) => topic.get(slug) ?? slug),
    ...chips('kind', query.kind, (slug) => kind.get(slug) ?? slug),
    ...chips('day', query.day, (day) => grammarOf(locale).weekdays[weekdays.indexOf(day)] ?? day),
    ...chips('cost', query.cost, () => t('cost.free')),
    ...chips('just_turn_up', query.just_turn_up, () => t('join.just-turn-up')),
    ...chips('bring_someone', query.bring_someone, () => t('filter.bring-someone')),
    ...chips('access', query.access, (feature) => t(`access.${feature}`)),
    ...chips('area', query.area, (slug) => area.get(slug) ?? slug),
    ...chips('language', query.language, (code) => languageName(locale, code)),
  ];
}
