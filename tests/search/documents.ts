import type { AccessFeature, DayPart, ListingKind, Weekday } from '../../api/contract/vocabulary.ts';
import type { AssetDocument } from '../../api/search/asset-index.ts';
import { foldText } from '../../api/search/fold-text.ts';
import { timeTokens } from '../../api/search/time-tokens.ts';

interface Sketch {
  kind?: ListingKind;
  summary?: string;
  body?: string;
  topics?: string[];
  area?: string | string[];
  /** `2026-11-24 tuesday evening`. */
  on?: string[];
  free?: boolean;
  access?: AccessFeature[];
  languages?: string[];
  at?: [lat: number, lng: number] | null;
  quality?: number;
}

/** Aberhaven's market cross: the middle of the set. */
export const middle = { lat: 52.25, lng: -3.0 };

/** A place so many metres north of the middle. */
const north = (metres: number): [number, number] => [middle.lat + metres / 111_195, middle.lng];

function document(name: string, sketch: Sketch = {}): AssetDocument {
  const slug = foldText(name.split('|')[0] ?? name).replaceAll(' ', '-');
  const { kind = 'group', summary = '', body = '', topics = [], area = 'abbey', on = [], free = false, access = [], languages = ['en'], quality = 50 } = sketch;
  const coming = on.map((text) => {
    const [date = '', weekday, part] = text.split(' ');
    return { date, weekday: weekday as Weekday, part: part as DayPart };
  });
  return {
    id: kind === 'signpost' ? `signpost-${slug}` : `asset-${slug}`,
    slug,
    tier: kind === 'signpost' ? 1 : 0,
    kind,
    name_sort: foldText(name.split('|')[0] ?? name),
    name: name.split('|').map(foldText).join(' | '),
    keywords: foldText(topics.join(' ')),
    summary: foldText(summary),
    body: foldText(body),
    topics,
    areas: [area].flat(),
    ...timeTokens(coming),
    free,
    access,
    languages,
    next_at: coming.length > 0 ? Math.min(...coming.map(({ date, part }) => Date.parse(`${date}T${hours[part]}:00:00Z`) / 1000)) : null,
    point: sketch.at === null ? null : pointOf(sketch.at ?? north(500)),
    quality,
  };
}

const hours = { morning: '10', afternoon: '14', evening: '19' };
const pointOf = ([lat, lng]: [number, number]) => ({ lat, lng });

/** About sixty documents made by hand, so that every answer can be checked by eye. */
export const documents: AssetDocument[] = [
  document('Knit and Natter|Gwau a Sgwrs', {
    summary: 'Wool, needles and good company by the stove', topics: ['make', 'company'], on: ['2026-11-24 tuesday evening', '2026-12-01 tuesday evening'],
    free: true, access: ['step-free'], languages: ['en', 'cy'], at: north(300), quality: 90,
  }),
  document('Knitting Circle', { summary: 'Patterns swapped over tea', topics: ['make'], on: ['2026-11-26 thursday afternoon'], at: north(2_500), quality: 40 }),
  document('Riverside Allotments', { kind: 'place', summary: 'Forty plots and a shared shed', topics: ['grow'], area: 'riverside', at: north(900) }),
  document('Abbey Allotment Society', { summary: 'Plot holders who swap seeds', topics: ['grow'], at: north(1_700), on: ['2026-11-28 saturday morning'] }),
  document('Community Garden', { kind: 'place', summary: 'Beds, bees and a pond that everyone looks after', topics: ['grow', 'outdoors'], at: north(1_200), free: true }),
  document('St Beuno’s Church|Eglwys Beuno Sant', { kind: 'institution', summary: 'Open all day for quiet', topics: ['faith'], at: north(700) }),
  document('Holy Trinity Church Hall', { kind: 'place', summary: 'A hall with a kitchen, for hire', at: north(1_000), access: ['step-free', 'hearing-loop'] }),
  document('Churches Together', { summary: 'Neighbours of all chapels and none', topics: ['faith'], at: null }),
  document('Côr Meibion Glan-yr-afon|Riverside Male Voice Choir', {
    summary: 'Canu bob nos Fercher', topics: ['music'], on: ['2026-11-25 wednesday evening'], languages: ['cy'], at: north(1_500), quality: 80,
  }),
  document('Sunday Singers', { summary: 'Songs for the joy of it', topics: ['music', 'company'], on: ['2026-11-29 sunday afternoon'], free: true, at: north(600) }),
  document('Tŷ Gwyn Tea Room|Tŷ Gwyn', { kind: 'place', summary: 'Cakes and a long table', topics: ['eat', 'company'], at: north(450), access: ['step-free'] }),
  document('Ladies’ Bowls Club', { summary: 'Flat green, borrowed shoes', topics: ['move'], on: ['2026-11-24 tuesday afternoon'], at: north(3_000) }),
  document('Library of Things', { kind: 'exchange', summary: 'Borrow a drill, a tent, a cake tin', topics: ['mend'], area: 'riverside', at: north(1_100) }),
  document('Aberhaven Library', { kind: 'institution', summary: 'Books, warmth and wifi', topics: ['learn', 'warm'], free: true, at: north(100), access: ['step-free', 'accessible-toilet'] }),
  document('Repair Café', {
    kind: 'exchange', summary: 'Bring something broken, leave with it working', topics: ['mend', 'make'], area: 'riverside', on: ['2026-11-28 saturday morning'], at: north(800),
  }),
  document('Bike Kitchen', { kind: 'exchange', summary: 'Mend your own bicycle with help', topics: ['mend'], on: ['2026-11-25 wednesday evening'], at: north(1_900) }),
  document('Men’s Shed', { summary: 'Lathes, tea and few words', topics: ['make', 'company'], on: ['2026-11-26 thursday morning'], at: north(2_100) }),
  document('Chess in the Arcade', { summary: 'Boards out whenever it rains', topics: ['games'], at: north(250), free: true }),
  document('Tennis for All', { summary: 'Racquets lent', topics: ['move'], on: ['2026-11-29 sunday morning'], at: north(4_000) }),
  document('Walking Football', { summary: 'No running allowed', topics: ['move', 'company'], on: ['2026-11-24 tuesday morning'], at: north(3_500), free: true }),
  document('Lantern Makers', { summary: 'Willow and tissue before the winter walk', topics: ['make', 'stories'], at: north(650) }),
  document('Photography Walks', { summary: 'Bring any camera, even a phone', topics: ['outdoors', 'learn'], on: ['2026-11-28 saturday afternoon'], at: north(750) }),
  document('Welsh for Beginners|Cymraeg i Ddechreuwyr', { summary: 'First words over biscuits', topics: ['learn'], on: ['2026-11-26 thursday evening'], languages: ['en', 'cy'], at: north(350) }),
  document('Polish Mothers and Toddlers', { summary: 'Songs and soup', topics: ['little-ones', 'company'], languages: ['pl', 'en'], on: ['2026-11-27 friday morning'], at: north(1_300) }),
  document('Toddler Tumble', { summary: 'Mats, balls, socks on', topics: ['little-ones', 'move'], on: ['2026-11-24 tuesday morning', '2026-11-27 friday morning'], at: north(1_400), access: ['baby-changing'] }),
  document('Community Fridge', { kind: 'exchange', summary: 'Take what you need, leave what you can', topics: ['eat'], free: true, at: north(950) }),
  document('Friday Soup Lunch', { summary: 'Soup, bread, whoever comes', topics: ['eat', 'company', 'warm'], on: ['2026-11-27 friday afternoon'], free: true, at: north(550), access: ['step-free'] }),
  document('Curry Night', { summary: 'Someone’s mother cooks, everyone washes up', topics: ['eat'], on: ['2026-11-27 friday evening'], at: north(2_700) }),
  document('Dee’s Sourdough', { kind: 'people', summary: 'Dee will teach you bread', topics: ['make', 'eat'], at: null, free: true }),
  document('Tom’s Ladder and Drill', { kind: 'people', summary: 'Small jobs for a cup of tea', topics: ['help-out', 'mend'], at: null }),
  document('Gwen reads aloud', { kind: 'people', summary: 'Stories read at your kitchen table', topics: ['stories', 'company'], languages: ['en', 'cy'], at: null }),
  document('Timebank Aberhaven', { kind: 'exchange', summary: 'An hour for an hour', topics: ['help-out'], at: north(120) }),
  document('Mari Lwyd', { kind: 'story', summary: 'The grey mare at the door in January', topics: ['stories', 'music'], languages: ['cy', 'en'], at: null }),
  document('The Great Flood of 1947', { kind: 'story', summary: 'Boats in Bridge Street', topics: ['stories'], area: 'riverside', at: north(850) }),
  document('Drovers’ Road', { kind: 'story', summary: 'The old way over the hill', topics: ['stories', 'outdoors'], area: 'hill', at: north(6_000) }),
  document('Hill Farm Lambing', { kind: 'story', summary: 'When the whole valley stays awake', topics: ['animals'], area: 'hill', at: north(7_000) }),
  document('Dog Walkers of the Common', { summary: 'Muddy, chatty, every morning', topics: ['animals', 'outdoors', 'company'], area: 'hill', on: ['2026-11-24 tuesday morning', '2026-11-25 wednesday morning'], at: north(5_000) }),
  document('Riding for Joy', { summary: 'Ponies who like company', topics: ['animals'], area: 'hill', at: north(8_000), access: ['accessible-toilet'] }),
  document('The Long Bench', { kind: 'place', summary: 'A bench with a view; sit here to chat', topics: ['company', 'outdoors'], free: true, at: north(200) }),
  document('Abbey Park', { kind: 'place', summary: 'Trees, swings and a bandstand', topics: ['outdoors', 'little-ones'], free: true, at: north(400), access: ['dogs-welcome'] }),
  document('Riverside Hall|Neuadd Glan-yr-afon', { kind: 'place', summary: 'The village hall by the weir', area: 'riverside', at: north(1_050), access: ['step-free', 'hearing-loop', 'accessible-toilet'] }),
  document('Hill View School', { kind: 'institution', summary: 'Opens its field at weekends', topics: ['move'], area: 'hill', at: north(5_500) }),
  document('Mosque and Welcome Centre', { kind: 'institution', summary: 'Neighbours welcome at Friday tea', topics: ['faith', 'eat'], languages: ['en', 'ar', 'bn'], on: ['2026-11-27 friday afternoon'], at: north(1_600) }),
  document('Aberhaven Brass', { summary: 'Beginners borrow a cornet', topics: ['music'], on: ['2026-11-24 tuesday evening'], at: north(1_800) }),
  document('Ukulele Sundays', { summary: 'Three chords will do', topics: ['music'], on: ['2026-11-29 sunday evening'], at: north(900), free: true }),
  document('Quiet Hour', { summary: 'Lamps low, no music, no talk', topics: ['warm', 'faith'], on: ['2026-11-26 thursday evening'], access: ['quiet-space'], at: north(720) }),
  document('Film Night with Subtitles', { summary: 'A film and a vote for the next', topics: ['stories', 'company'], on: ['2026-12-04 friday evening'], access: ['hearing-loop', 'step-free'], at: north(640) }),
  document('Signing Table', { summary: 'Learn to sign over lunch', topics: ['learn', 'eat'], access: ['bsl'], on: ['2026-11-25 wednesday afternoon'], at: north(330) }),
  document('Seed Swap', { kind: 'exchange', summary: 'Beans that your grandmother grew', topics: ['grow'], on: ['2026-12-05 saturday morning'], at: north(980) }),
  document('Orchard Friends', { summary: 'Pruning, pressing, wassailing', topics: ['grow', 'outdoors'], area: 'hill', on: ['2026-11-29 sunday morning'], at: north(4_500) }),
  document('River Swimmers', { summary: 'Cold water, hot chocolate', topics: ['move', 'outdoors'], area: 'riverside', on: ['2026-11-28 saturday morning'], at: north(1_150) }),
  document('Night Owls Radio', { summary: 'Make a show past midnight', topics: ['music', 'make'], on: ['2026-11-28 saturday evening'], at: north(2_200) }),
  document('Needle Felting', { summary: 'Small animals out of wool', topics: ['make'], on: ['2026-12-02 wednesday morning'], at: north(2_000), quality: 20 }),
  document('Parkrun Volunteers', { summary: 'Cheer, scan, marshal', topics: ['help-out', 'move'], on: ['2026-11-28 saturday morning'], free: true, at: north(420) }),
  document('Litter Pickers', { summary: 'Gloves lent, biscuits after', topics: ['help-out', 'outdoors'], on: ['2026-11-29 sunday morning'], free: true, at: north(1_250) }),
  document('Homework Club', { summary: 'Toast, table, patience', topics: ['learn', 'little-ones'], on: ['2026-11-24 tuesday afternoon', '2026-11-26 thursday afternoon'], free: true, at: north(560) }),
  document('Samaritans Listening Line', { kind: 'signpost', summary: 'Someone to talk to at any hour; company in the dark', area: ['abbey', 'riverside', 'hill'], at: null, quality: 100 }),
  document('Knitting Needle Injuries Clinic', { kind: 'signpost', summary: 'A service with an unlikely name', area: ['abbey', 'riverside', 'hill'], at: north(50), quality: 50 }),
  document('Church Street Surgery', { kind: 'signpost', summary: 'A doctor', area: ['abbey'], at: north(150), quality: 50 }),
];

export const idsOf = (names: string[]) => names.map((name) => documents.find((found) => found.slug === name)?.id ?? `no document is called ${name}`);
