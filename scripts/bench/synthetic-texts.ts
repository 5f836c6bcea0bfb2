type Random = () => number;

export const pickFrom = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T;

/** What somebody there would call it; most kinds of name say where it is. */
export function listingName(kind: string, places: readonly string[], people: readonly string[], random: Random): string {
  const pick = <T>(values: readonly T[]) => pickFrom(values, random);
  const names = [
    () => `${pick(places)} ${pick(activities)} ${pick(bodies)}`,
    () => `${pick(activities)} at ${pick(places)} ${pick(venues)}`,
    () => `${pick(places)} ${pick(venues)}`,
    () => `St ${pick(saints)}’s ${pick(['Church', 'Church Hall', 'Chapel', 'School'])}, ${pick(places)}`,
    () => `${pick(people)}’s ${pick(activities)}`,
    () => `The ${pick(places)} ${pick(activities)} and ${pick(activities)} ${pick(bodies)}`,
  ];
  return (pick(names.filter((_, at) => (shapesOf[kind] ?? anyShape).includes(at))) as () => string)();
}

const anyShape = [0, 1, 2, 3, 4, 5];
/** By kind, which of the shapes above its names have. */
const shapesOf: Record<string, number[]> = { place: [2], institution: [2, 3], people: [4], group: [0, 0, 1, 4, 5], exchange: [0, 1, 5] };

export const sentence = (places: readonly string[], people: readonly string[], random: Random) => {
  const pick = <T>(values: readonly T[]) => pickFrom(values, random);
  return `${pick(openings)} ${pick(activities).toLowerCase()} ${pick(['in', 'near', 'behind', 'beside'])} ${pick(places)}, ${pick(middles)} ${pick(saints)} ${pick(people)} ${pick(endings)}.`;
};

export const placeName = (random: Random) =>
  `${pickFrom(['Llan', 'Aber', 'Pen', 'Tre', 'Caer', 'Long', 'Upper', 'Ash', 'Stan', 'Brook', 'Hazel', 'Wen', 'Marsh', 'Thorn', 'Kirk', 'Oak', 'Mill', 'Ciren', 'Hope', 'Wy'], random)}${pickFrom(['fair', 'wen', 'derw', 'bury', 'ford', 'ton', 'ley', 'field', 'combe', 'wick', 'haven', 'stock', 'gorse', 'brook', 'more', 'cester', 'ham', 'worth', 'goch', 'mawr'], random)}${pickFrom(['', '', '', ' Green', ' Hill', ' End', ' Cross', ' Bank', ' Fawr', ' Road'], random)}`;

export const surname = (random: Random) =>
  `${pickFrom(['Ab', 'Bar', 'Cor', 'Dal', 'Ed', 'Fen', 'Gar', 'Hal', 'Jen', 'Kel', 'Lam', 'Mor', 'Nor', 'Pow', 'Quin', 'Ros', 'Sin', 'Tal', 'Ver', 'Wil', 'Zab'], random)}${pickFrom(['a', 'e', 'i', 'o', 'en', 'er', 'in', 'is', 'ling', 'ber'], random)}${pickFrom(['son', 'kins', 'gh', 'well', 'wick', 'man', 'ski', 'dottir', 'zadeh', 'den', 'ty', 'ridge', 'shaw'], random)}`;

const activities =
  'Knitting,Crochet,Choir,Allotment,Gardening,Walking,Running,Cycling,Swimming,Football,Rugby,Cricket,Bowls,Darts,Chess,Bridge,Bingo,Quiz,Reading,Writing,Poetry,Painting,Pottery,Woodwork,Repair,Sewing,Quilting,Baking,Cooking,Lunch,Coffee,Soup,Yoga,Pilates,Dance,Ceilidh,Folk,Brass,Ukulele,Guitar,Drama,Film,Photography,History,Heritage,Litter,Recycling,Swap,Toy,Tool,Timebank,Language,Welsh,Polish,Signing,Homework,Toddler,Baby,Youth,Scouts,Guides,Beekeeping,Birdwatching,Fishing,Canoe,Dog,Pony,Prayer,Meditation,Bell Ringing,Flower,Orchard,Seed,Food,Computer,Radio,Model Railway,Table Tennis,Badminton,Tennis,Netball,Karate,Skating,Archery,Snooker,Embroidery,Felting,Lantern,Carnival,Storytelling'.split(
    ',',
  );
export const bodies = 'Club,Group,Circle,Society,Association,Friends,Collective,Network,Project,Trust,Team,Neighbours,Guild,Company'.split(
  ',',
);
export const venues =
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
export const welsh = 'Clwb,Côr,Cylch,Cymdeithas,Grŵp,Neuadd,Gardd,Eglwys,Llyfrgell'.split(',');
export const topics = 'company,make,eat,outdoors,music,move,learn,grow,mend,faith,games,stories,animals,warm'.split(',');
