import { countedFrom, freshnessOf } from '../checks/freshness-rules.ts';
import type { Point } from '../contract/geo.ts';
import type { AccessFeature, AssetKind, Checker, DayPart, Weekday } from '../contract/vocabulary.ts';
import type { AssetDocument } from './asset-index.ts';
import { foldText } from './fold-text.ts';
import { standingOf } from './standing.ts';
import { type ComingDate, timeTokens } from './time-tokens.ts';

/** What both kinds of row bring: nothing here that the public may not see, save a point that `point_privacy` holds back. */
interface SearchableRow {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  summary: string;
  summary_cy: string | null;
  /** Labels and wishes of its topics, in both languages. */
  topic_words: string | null;
  topics: string[];
  areas: string[];
  area_names: string | null;
  languages: string[];
  access: AccessFeature[];
  lat: number | null;
  lng: number | null;
}

export interface AssetRow extends SearchableRow {
  kind: AssetKind;
  kind_words: string | null;
  half_life_days: number;
  description: string | null;
  description_cy: string | null;
  point_privacy: 'public' | 'private';
  cost_type: string;
  just_turn_up: boolean | null;
  bring_someone: boolean | null;
  how_to_join: string | null;
  what_happens: string | null;
  feel: string | null;
  run_by: string | null;
  venue_name: string | null;
  venue_address: string | null;
  event_words: string | null;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  next_at: Date | null;
  /** `2026-11-24|tuesday|evening`, one a coming date that is on. */
  coming: string[];
  /** A session of it has no rule, or it is a place that has no session at all. */
  no_fixed_times: boolean;
}

export interface SignpostRow extends SearchableRow {
  crisis: boolean;
}

/** Words by which people ask for a day or a part of it. */
const timeWords: Record<Weekday | DayPart, string> = {
  monday: 'monday dydd llun',
  tuesday: 'tuesday dydd mawrth',
  wednesday: 'wednesday dydd mercher',
  thursday: 'thursday dydd iau',
  friday: 'friday dydd gwener',
  saturday: 'saturday weekend dydd sadwrn penwythnos',
  sunday: 'sunday weekend dydd sul penwythnos',
  morning: 'morning bore',
  afternoon: 'afternoon prynhawn',
  evening: 'evening night nos',
};

/** The only definition of what is searchable. Contacts, a gift's relay and the place of a private point never enter. */
export function assetDocument(row: AssetRow, now: Date): AssetDocument {
  const coming = row.coming.map(readComing);
  const time = timeTokens(coming);
  const shown = row.point_privacy === 'public' && row.kind !== 'people';
  return {
    id: `asset-${row.id}`,
    tier: 0,
    kind: row.kind,
    ...shared(row),
    keywords: fold(row.topic_words, row.kind_words, shown && row.venue_name, row.area_names, row.run_by),
    body: fold(
      row.description,
      row.description_cy,
      row.how_to_join,
      row.what_happens,
      row.feel,
      row.event_words,
      shown && row.venue_address,
      ...[...new Set(coming.flatMap(({ weekday, part }) => [timeWords[weekday], timeWords[part]]))],
      row.cost_type === 'free' && 'free am ddim',
    ),
    ...time,
    no_fixed_times: row.no_fixed_times,
    free: row.cost_type === 'free',
    just_turn_up: row.just_turn_up === true,
    bring_someone: row.bring_someone === true,
    next_at: row.next_at && Math.floor(row.next_at.getTime() / 1000),
    point: shown ? pointOf(row) : null,
    standing: standingOf(row.kind, freshnessOf(countedFrom(row), row.half_life_days, now)),
  };
}

export function signpostDocument(row: SignpostRow): AssetDocument {
  return {
    id: `signpost-${row.id}`,
    tier: 1,
    kind: 'signpost',
    ...shared(row),
    keywords: fold(row.topic_words, row.area_names, row.crisis && 'crisis emergency argyfwng'),
    body: '',
    days: [],
    dates: [],
    times: [],
    no_fixed_times: false,
    free: false,
    just_turn_up: false,
    bring_someone: false,
    next_at: null,
    point: pointOf(row),
    standing: standingOf('signpost', row.crisis ? 'fresh' : 'ageing'),
  };
}

function shared(row: SearchableRow) {
  return {
    slug: row.slug,
    name_sort: foldText(row.name),
    name: [row.name, row.name_cy]
      .filter((name) => name !== null)
      .map(foldText)
      .join(' | '),
    summary: fold(row.summary, row.summary_cy),
    topics: row.topics,
    areas: row.areas,
    access: row.access,
    languages: row.languages,
  };
}

const fold = (...texts: (string | null | false)[]) => foldText(texts.filter(Boolean).join(' . '));
const pointOf = (row: SearchableRow): Point | null => (row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng });

function readComing(text: string): ComingDate {
  const [date = '', weekday, part] = text.split('|');
  return { date, weekday: weekday as Weekday, part: part as DayPart };
}
