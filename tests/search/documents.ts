import { readFileSync } from 'node:fs';
import type { AccessFeature, DayPart, ListingKind, Weekday } from '../../api/contract/vocabulary.ts';
import { inProject } from '../../api/project-root.ts';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import { foldText } from '../../api/search/fold-text.ts';
import { timeTokens } from '../../api/search/time-tokens.ts';

/** One line of `documents.json`. */
interface Sketch {
  /** With a second name after a bar. */
  name: string;
  kind?: ListingKind;
  summary?: string;
  topics?: string[];
  area?: string | string[];
  /** `2026-11-24 tuesday evening`. */
  on?: string[];
  free?: boolean;
  access?: AccessFeature[];
  languages?: string[];
  /** Metres north of the middle; null: no place. */
  at?: number | null;
  /** Of three, unless it says otherwise; see standing.ts. */
  standing?: number;
  /** No fixed times. */
  anyTime?: boolean;
  turnUp?: boolean;
  bring?: boolean;
}

/** Aberhaven's market cross: the middle of the set. */
export const middle = { lat: 52.25, lng: -3.0 };

const metresADegree = 111_195;
const hours = { morning: '10', afternoon: '14', evening: '19' };

/** About sixty documents made by hand, so that every answer can be checked by eye. */
export const documents: AssetDocument[] = (
  JSON.parse(readFileSync(inProject('tests', 'search', 'documents.json'), 'utf8')) as Sketch[]
).map(documentOf);

export const idsOf = (slugs: string[]) =>
  slugs.map((slug) => documents.find((found) => found.slug === slug)?.id ?? `no document is called ${slug}`);

function documentOf({
  name,
  kind = 'group',
  summary = '',
  topics = [],
  area = 'abbey',
  on = [],
  at = 500,
  ...rest
}: Sketch): AssetDocument {
  const names = name.split('|').map(foldText);
  const slug = names[0]?.replaceAll(' ', '-') ?? '';
  const coming = on.map((text) => {
    const [date = '', weekday, part] = text.split(' ');
    return { date, weekday: weekday as Weekday, part: part as DayPart };
  });
  const starts = coming.map(({ date, part }) => Date.parse(`${date}T${hours[part]}:00:00Z`) / 1000);
  return {
    id: `${kind === 'signpost' ? 'signpost' : 'asset'}-${slug}`,
    slug,
    tier: kind === 'signpost' ? 1 : 0,
    kind,
    name_sort: names[0] ?? '',
    name: names.join(' | '),
    keywords: foldText(topics.join(' ')),
    summary: foldText(summary),
    body: '',
    topics,
    areas: [area].flat(),
    ...timeTokens(coming),
    no_fixed_times: rest.anyTime ?? false,
    free: rest.free ?? false,
    just_turn_up: rest.turnUp ?? false,
    bring_someone: rest.bring ?? false,
    access: rest.access ?? [],
    languages: rest.languages ?? ['en'],
    next_at: starts.length > 0 ? Math.min(...starts) : null,
    point: at === null ? null : { lat: middle.lat + at / metresADegree, lng: middle.lng },
    standing: rest.standing ?? 3,
  };
}
