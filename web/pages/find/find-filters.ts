import type { AreaSummary } from '../../../api/contract/area.ts';
import type { Facets } from '../../../api/contract/asset-query.ts';
import { accessFeatures, assetKinds, dayParts, type Topics, weekdays } from '../../../api/contract/vocabulary.ts';
import { walkSteps } from '../../../api/contract/walks.ts';
import type { FilterGroup, FilterOption } from '../../components/filter-panel/filter-panel.tsx';
import { capitalise, walkMinutes } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { inLocale, languageName } from '../../i18n/locale.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { FindQuery } from '../../urls.ts';

interface Vocabulary {
  facets: Facets;
  topics: Topics;
  areas: AreaSummary[];
}

/** The filters of a search, as groups of choices with how many each would find. What would find nothing stays, so that nobody looks for it. */
export function filterGroups(reader: Reader, query: FindQuery, { facets, topics, areas }: Vocabulary): FilterGroup[] {
  const { t, locale } = reader;
  const days = grammarOf(locale).weekdays;
  const many = <Value extends string>(
    name: ManyName,
    values: readonly Value[],
    label: (value: Value, index: number) => string,
    alone?: (value: Value) => string | undefined,
  ): FilterOption[] =>
    values.map((value, index) => ({
      name,
      value,
      label: label(value, index),
      alone: alone?.(value),
      count: facets[name][value] ?? 0,
      chosen: (query[name] ?? []).some((each) => each === value),
      without: withoutValue(query, name, value),
    }));
  const kinds = new Map(topics.kinds.map((kind) => [String(kind.slug), inLocale(locale, kind.label_plural, kind.label_plural_cy).text]));
  const topicNames = new Map(topics.topics.map((topic) => [topic.slug, inLocale(locale, topic.label, topic.label_cy).text]));
  const wishes = new Map(topics.topics.map((topic) => [topic.slug, inLocale(locale, topic.wish, topic.wish_cy).text]));
  const areaNames = new Map(areas.map((area) => [area.slug, inLocale(locale, area.name, area.name_cy).text]));
  const languages = [...new Set([...Object.keys(facets.language), ...(query.language ?? [])])].sort(
    (a, b) => (facets.language[b] ?? 0) - (facets.language[a] ?? 0),
  );
  const groups: FilterGroup[] = [
    {
      title: t('filter.topic'),
      options: many(
        'topic',
        [...wishes.keys()],
        (slug) => wishes.get(slug) ?? slug,
        (slug) => topicNames.get(slug),
      ),
    },
    {
      title: t('filter.when'),
      date: { name: 'on', label: t('filter.on-date'), value: query.on ?? '', earliest: londonDay(reader.now) },
      options: [
        ...many('day', weekdays, (day, index) => capitalise(days[index] ?? day)),
        ...many('time', dayParts, (part) => t(`time.${part}`)),
      ],
    },
    ...(query.near ? [{ title: t('filter.within'), options: walkOptions(reader, query, facets), single: true }] : []),
    {
      title: t('filter.first-time'),
      options: [
        ...many('just_turn_up', ['yes'], () => capitalise(t('join.just-turn-up'))),
        ...many('bring_someone', ['yes'], () => t('filter.bring-someone')),
      ],
    },
    {
      title: t('filter.easy'),
      options: [
        ...many('cost', ['free'], () => capitalise(t('cost.free'))),
        ...many('access', accessFeatures, (feature) => capitalise(t(`access.${feature}`))),
      ],
    },
    { title: t('filter.kind'), options: many('kind', assetKinds, (slug) => kinds.get(slug) ?? slug) },
    { title: t('filter.area'), options: many('area', [...areaNames.keys()], (slug) => areaNames.get(slug) ?? slug) },
    { title: t('filter.language'), options: many('language', languages, (code) => capitalise(languageName(locale, code))) },
  ];
  return groups.filter((group) => group.options.length > 0);
}

type ManyName = Exclude<keyof Facets, 'within'>;

function walkOptions({ t }: Reader, query: FindQuery, facets: Facets): FilterOption[] {
  const chosen = query.within;
  const all = chosen && !walkSteps.includes(chosen) ? [...walkSteps, chosen].sort((a, b) => a - b) : walkSteps;
  return [
    { name: 'within', value: '', label: t('filter.any-distance'), count: null, chosen: !chosen, without: query },
    ...all.map((metres) => ({
      name: 'within',
      value: String(metres),
      label: capitalise(t('far.within-walk', { count: walkMinutes(metres) })),
      count: walkSteps.includes(metres) ? (facets.within[metres] ?? 0) : null,
      chosen: metres === chosen,
      without: { ...query, within: undefined, page: 1 },
    })),
  ];
}

/** What is chosen, to show as chips; "any distance" is no choice. */
export const chosenOptions = (groups: FilterGroup[]) =>
  groups.flatMap((group) => group.options).filter((option) => option.chosen && option.value !== '');

/** The same search with nothing chosen but the words and the place. */
export const withoutFilters = ({ q, near, sort }: FindQuery): FindQuery => ({ q, near, sort });

function withoutValue(query: FindQuery, name: ManyName, value: string): FindQuery {
  return { ...query, [name]: (query[name] ?? []).filter((each: string) => each !== value), page: 1 };
}
