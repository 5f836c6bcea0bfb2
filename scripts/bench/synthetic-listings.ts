import type { Queryable } from '../../api/db/database.ts';
import type { Ground, GroundArea } from './ground.ts';
import { seeded } from './seeded.ts';
import { insertAreas, insertListings, insertVenues, insertVocabularies, type SyntheticRow } from './synthetic-queries.ts';
import { bodies, listingName, pickFrom, sentence, surname, topics, venues, welsh } from './synthetic-texts.ts';
import { sessionsOf } from './synthetic-times.ts';

export interface Synthetic {
  slug: string;
  kind: string;
  name: string;
  lat: number;
  lng: number;
}

export interface SyntheticPlace {
  /** Some of them, spread over all, at most `mostKept`: what is asked for later. */
  listings: Synthetic[];
  ground: Ground;
}

const batchSize = 2_000;
const mostKept = 5_000;
const venuesOfArea = 12;
const kinds = ['group', 'group', 'group', 'place', 'exchange', 'institution', 'story', 'people'];
const access = ['step-free', 'accessible-toilet', 'hearing-loop', 'seating', 'quiet-space'];

/**
 * Believable listings on a ground: names, texts in two languages, topics, halls, and dates that follow the rules of their sessions. The same
 * for the same count, every time; batch by batch, so that a million takes no more memory than ten thousand.
 */
export async function insertSyntheticListings(
  db: Queryable,
  count: number,
  groundOf: (count: number, random: () => number) => Ground,
  progress: (made: number) => void = () => undefined,
): Promise<SyntheticPlace> {
  const random = seeded(20_261_123);
  const ground = groundOf(count, random);
  const people = Array.from({ length: Math.round(300 + Math.sqrt(count) * 12) }, () => surname(random));
  await insertVocabularies(db, { kinds: [...new Set(kinds)], topics });
  await insertAreas(db, ground.areas);
  await insertHalls(db, ground, random);
  const listings: Synthetic[] = [];
  const keptEvery = Math.ceil(count / mostKept);
  for (let start = 0; start < count; start += batchSize) {
    const rows: SyntheticRow[] = [];
    for (let number = start; number < Math.min(count, start + batchSize); number += 1) {
      const row = makeListing(number, pickFrom(ground.areas, random), { ground, people, random });
      rows.push(row);
      const { slug, kind, name, lat, lng } = row;
      if (number % keptEvery === 0) listings.push({ slug, kind, name, lat, lng });
    }
    await insertListings(db, rows);
    progress(start + rows.length);
  }
  return { listings, ground };
}

interface Making {
  ground: Ground;
  people: string[];
  random: () => number;
}

function makeListing(number: number, area: GroundArea, { ground, people, random }: Making): SyntheticRow {
  const { places } = area;
  const kind = pickFrom(kinds, random);
  const isRegular = kind === 'group' || kind === 'exchange' ? random() < 0.85 : random() < 0.25;
  return {
    slug: `listing-${number}`,
    kind,
    name: listingName(kind, places, people, random),
    name_cy: random() < 0.15 ? `${pickFrom(welsh, random)} ${pickFrom(places, random)}` : null,
    summary: `${sentence(places, people, random)} ${sentence(places, people, random)}`,
    description: Array.from({ length: 4 }, () => sentence(places, people, random)).join(' '),
    area: area.slug,
    ...ground.spotIn(area, random),
    hall: kind === 'group' && random() < 0.4 ? Math.floor(random() * venuesOfArea) : null,
    cost_type: pickFrom(['free', 'free', 'price', 'unknown', 'pay-what-you-can'], random),
    languages: random() < 0.1 ? ['en', 'cy'] : ['en'],
    access: random() < 0.6 ? some(access, 3, random) : [],
    run_by: random() < 0.5 ? `${pickFrom(places, random)} ${pickFrom(bodies, random)}` : null,
    days_ago: Math.floor(random() * 300),
    topics: some(topics, 3, random),
    sessions: isRegular ? sessionsOf(random) : [],
  };
}

/** Halls that several groups share. */
async function insertHalls(db: Queryable, ground: Ground, random: () => number): Promise<void> {
  for (let start = 0; start < ground.areas.length; start += 100) {
    const halls = ground.areas.slice(start, start + 100).flatMap((area) =>
      Array.from({ length: venuesOfArea }, (_, at) => ({
        slug: `${area.slug}-hall-${at}`,
        name: `${pickFrom(area.places, random)} ${pickFrom(venues, random)}`,
        ...ground.spotIn(area, random),
      })),
    );
    await insertVenues(db, halls);
  }
}

const some = <T>(values: readonly T[], most: number, random: () => number) => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pickFrom(values, random))),
];
