import type { Queryable } from '../../api/db/database.ts';

export interface Synthetic {
  slug: string;
  kind: string;
  name: string;
  lat: number;
  lng: number;
}

/** The same listings for the same count, every time. */
export async function insertSyntheticListings(db: Queryable, count: number): Promise<{ listings: Synthetic[] }> {
  const random = seeded(20_261_123);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const some = <T>(values: readonly T[], most: number) => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(values))),
  ];
  const places = Array.from({ length: Math.round(200 + Math.sqrt(count) * 8) }, () => placeName(pick));
  const people = Array.from({ length: Math.round(300 + Math.sqrt(count) * 12) }, () => surname(pick));

  await insertVocabularies(db);
  const areas = await db.query<{ id: string }>(
    'bench-areas',
    `insert into areas (slug, name, name_cy) select 'area-' || n, 'Area ' || n, 'Ardal ' || n from generate_series(1, 12) n returning id`,
  );
  const listings: Synthetic[] = [];
  for (let start = 0; start < count; start += 2_000) {
    const rows = Array.from({ length: Math.min(2_000, count - start) }, (_, offset) => {
      const name = listingName(pick, places, people);
      const listing = {
        slug: `listing-${start + offset}`,
        name,
        name_cy: random() < 0.3 ? `${pick(welsh)} ${pick(places)}` : null,
        kind: pick(['group', 'group', 'group', 'place', 'exchange', 'institution', 'story', 'people']),
        summary: `${sentence(pick, places, people)} ${sentence(pick, places, people)}`,
        description: Array.from({ length: 4 }, () => sentence(pick, places, people)).join(' '),
        area_id: pick(areas).id,
        lat: 52.1 + random() * 0.4,
        lng: -3.3 + random() * 0.6,
        cost_type: pick(['free', 'price', 'unknown', 'pay-what-you-can']),
        languages: random() < 0.2 ? ['en', 'cy'] : ['en'],
        access: random() < 0.6 ? some(['step-free', 'accessible-toilet', 'hearing-loop', 'seating', 'quiet-space'], 3) : [],
        run_by: random() < 0.5 ? `${pick(places)} ${pick(bodies)}` : null,
        days_ago: Math.floor(random() * 300),
        topics: some(topics, 3),
        when: random() < 0.6 ? some(moments, 3) : [],
      };
      listings.push(listing);
      return listing;
    });
    await insertBatch(db, rows);
  }
  // The dates are in place: the server must not work them out anew while it is measured.
  await db.query('bench-dates-made', `insert into program_facts (name, value) values ('dates-made-on', to_jsonb(current_date::text))`);
  return { listings: listings.map(({ slug, kind, name, lat, lng }) => ({ slug, kind, name, lat, lng })) };
}

async function insertVocabularies(db: Queryable): Promise<void> {
  await db.query(
    'bench-kinds',
    `insert into kinds (slug, label, label_plural, letter, half_life_days) select slug, slug, slug || 's', upper(left(slug, 1)), 365
     from unnest(array['group', 'place', 'people', 'exchange', 'institution', 'story']) slug on conflict do nothing`,
  );
  await db.query(
    'bench-topics',
    `insert into topics (slug, label, wish) select slug, initcap(slug), 'do some ' || slug from unnest($1::text[]) slug on conflict do nothing`,
    [topics],
  );
}

async function insertBatch(db: Queryable, rows: object[]): Promise<void> {
  await db.query(
    'bench-insert',
    `with row as materialized (
       select gen_random_uuid() as id, r.* from jsonb_to_recordset($1::jsonb) as r (slug text, name text, name_cy text, kind text, summary text, description text,
         area_id uuid, lat double precision, lng double precision, cost_type text, languages text[], access text[], run_by text, days_ago int, topics text[], "when" text[])
     ), asset as (
       insert into assets (id, slug, kind, name, name_cy, summary, description, area_id, lat, lng, cost_type, languages, access, run_by, last_checked_at, last_checked_by)
       select id, slug, kind, name, name_cy, summary, description, area_id, lat, lng, cost_type, languages, access, run_by, now() - days_ago * interval '1 day', 'group' from row
       returning id
     ), topic as (
       insert into asset_topics (asset_id, topic) select id, unnest(topics) from row
     ), session as (
       insert into sessions (id, asset_id, usually) select gen_random_uuid(), id, 'Most weeks' from row where "when" <> '{}' returning id, asset_id
     )
     insert into occurrences (asset_id, session_id, starts_at, ends_at, local_date, weekday, day_part, status)
     select s.asset_id, s.id, day + hour, day + hour + interval '2 hours', day::date, trim(to_char(day, 'day')), split_part(moment, ' ', 2), 'on'
     from session s join row on row.id = s.asset_id, lateral (select distinct moment from unnest(row."when") as moment) as moments,
       lateral (select case split_part(moment, ' ', 2) when 'morning' then interval '10 hours' when 'afternoon' then interval '14 hours' else interval '18 hours' end) as starts (hour),
       generate_series(current_date + 1, current_date + 56, interval '1 day') as day
     where trim(to_char(day, 'day')) = split_part(moment, ' ', 1)`,
    [JSON.stringify(rows)],
  );
}

type Pick = <T>(values: readonly T[]) => T;

function listingName(pick: Pick, places: string[], people: string[]): string {
  return pick([
    () => `${pick(places)} ${pick(activities)} ${pick(bodies)}`,
    () => `${pick(activities)} at ${pick(places)} ${pick(venues)}`,
    () => `${pick(places)} ${pick(venues)}`,
    () => `St ${pick(saints)}’s ${pick(['Church', 'Church Hall', 'Chapel', 'School'])}, ${pick(places)}`,
    () => `${pick(people)}’s ${pick(activities)}`,
    () => `The ${pick(places)} ${pick(activities)} and ${pick(activities)} ${pick(bodies)}`,
  ])();
}

const sentence = (pick: Pick, places: string[], people: string[]) =>
  `${pick(openings)} ${pick(activities).toLowerCase()} ${pick(['in', 'near', 'behind', 'beside'])} ${pick(places)}, ${pick(middles)} ${pick(saints)} ${pick(people)} ${pick(endings)}.`;

const placeName = (pick: Pick) =>
  `${pick(['Llan', 'Aber', 'Pen', 'Tre', 'Caer', 'Long', 'Upper', 'Ash', 'Stan', 'Brook', 'Hazel', 'Wen', 'Marsh', 'Thorn', 'Kirk', 'Oak', 'Mill', 'Ciren', 'Hope', 'Wy'])}${pick(['fair', 'wen', 'derw', 'bury', 'ford', 'ton', 'ley', 'field', 'combe', 'wick', 'haven', 'stock', 'gorse', 'brook', 'more', 'cester', 'ham', 'worth', 'goch', 'mawr'])}${pick(['', '', '', ' Green', ' Hill', ' End', ' Cross', ' Bank', ' Fawr', ' Road'])}`;

const surname = (pick: Pick) =>
  `${pick(['Ab', 'Bar', 'Cor', 'Dal', 'Ed', 'Fen', 'Gar', 'Hal', 'Jen', 'Kel', 'Lam', 'Mor', 'Nor', 'Pow', 'Quin', 'Ros', 'Sin', 'Tal', 'Ver', 'Wil', 'Zab'])}${pick(['a', 'e', 'i', 'o', 'en', 'er', 'in', 'is', 'ling', 'ber'])}${pick(['son', 'kins', 'gh', 'well', 'wick', 'man', 'ski', 'dottir', 'zadeh', 'den', 'ty', 'ridge', 'shaw'])}`;

const activities =
  'Knitting,Crochet,Choir,Allotment,Gardening,Walking,Running,Cycling,Swimming,Football,Rugby,Cricket,Bowls,Darts,Chess,Bridge,Bingo,Quiz,Reading,Writing,Poetry,Painting,Pottery,Woodwork,Repair,Sewing,Quilting,Baking,Cooking,Lunch,Coffee,Soup,Yoga,Pilates,Dance,Ceilidh,Folk,Brass,Ukulele,Guitar,Drama,Film,Photography,History,Heritage,Litter,Recycling,Swap,Toy,Tool,Timebank,Language,Welsh,Polish,Signing,Homework,Toddler,Baby,Youth,Scouts,Guides,Beekeeping,Birdwatching,Fishing,Canoe,Dog,Pony,Prayer,Meditation,Bell Ringing,Flower,Orchard,Seed,Food,Computer,Radio,Model Railway,Table Tennis,Badminton,Tennis,Netball,Karate,Skating,Archery,Snooker,Embroidery,Felting,Lantern,Carnival,Storytelling'.split(
    ',',
  );
const bodies = 'Club,Group,Circle,Society,Association,Friends,Collective,Network,Project,Trust,Team,Neighbours,Guild,Company'.split(',');
const venues =
  'Village Hall,Library,Community Centre,Park,Common,Allotments,Chapel,Café,School,Recreation Ground,Arts Centre,Bowling Green,Scout Hut,Institute,Reading Room,Market'.split(
    ',',
  );
const saints =
  'Mary,Beuno,David,Teilo,Catherine,Oswald,Bride,Michael,Peter,Andrew,Illtyd,Winifred,Gwen,Dee,Amina,Tomasz,Priya,Carys,Rhian,Huw,Elsie,Stan,Olu,Farida,Bronwen,Idris,Megan,Owain,Sioned,Yusuf'.split(
    ',',
  );
const openings =
  'A friendly hour of,Come along for,Everyone welcome at,Bring a neighbour to,We have room for,Twenty years of,Tea and,Beginners love our,A warm corner for,Old hands and new at'.split(
    ',',
  );
const middles = 'where,because,and then,until,while,as'.split(',');
const endings =
  'puts the kettle on,tells a story,unlocks the door,finds you a chair,lends the tools,plays the piano,brings the biscuits,remembers your name,lights the stove,walks you home'.split(
    ',',
  );
const welsh = 'Clwb,Côr,Cylch,Cymdeithas,Grŵp,Neuadd,Gardd,Eglwys,Llyfrgell'.split(',');
const topics = 'company,make,eat,outdoors,music,move,learn,grow,mend,faith,games,stories,animals,warm'.split(',');
const moments =
  'monday morning,monday evening,tuesday afternoon,tuesday evening,wednesday morning,wednesday evening,thursday afternoon,thursday evening,friday morning,saturday morning,saturday evening,sunday afternoon'.split(
    ',',
  );

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
