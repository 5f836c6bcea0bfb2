import { foldText, foldWord } from '../search/fold-text.ts';

/**
 * What a word of a name tells. `plain`: hardly anything ("group"). `thing`: what is there or done, so that two that differ in it are two ("hall",
 * "choir"). `day` and `number` tell apart what is otherwise called the same. `own`: all else, mostly names of people and places.
 */
export type WordSort = 'plain' | 'thing' | 'day' | 'number' | 'own';

export interface NameWord {
  word: string;
  /** With its ending, for telling slips. */
  said: string;
  sort: WordSort;
  /** Said of where it is: "at the Regal". */
  isWhere: boolean;
}

/** Names are compared with many others, one after the other. */
const mostRead = 20_000;
const read = new Map<string, NameWord[]>();

/** The words of a name, short forms written out and common Welsh words as their English ones, so that both may meet. */
export function nameWords(name: string): NameWord[] {
  const known = read.get(name);
  if (known) return known;
  if (read.size >= mostRead) read.clear();
  const words = readWords(name);
  read.set(name, words);
  return words;
}

function readWords(name: string): NameWord[] {
  const words = wholePhrases(foldText(name)).split(' ').filter(Boolean);
  const at = words.findIndex((word, position) => position > 0 && (word === 'at' || word === 'in' || word === 'yn'));
  return words.flatMap((typed, position): NameWord[] => {
    if (small.has(typed)) return [];
    const said = typed === 'st' && position === words.length - 1 ? 'street' : (writtenOut.get(typed) ?? typed);
    const word = baseOf(said);
    return [{ word, said, sort: sortOf(word), isWhere: at > 0 && position > at }];
  });
}

const wholePhrases = (folded: string) => phrases.reduce((text, [said, meant]) => text.replaceAll(said, meant), ` ${folded} `).trim();

/** "Walking", "walkers" and "walks" are about the same. */
function baseOf(word: string): string {
  const single = foldWord(word);
  return single.replace(/^([a-z]{3,}?)([b-df-hj-np-tv-z])\2(ing|er)$/, '$1$2').replace(/^([a-z]{4,}?)(ing|er)$/, '$1');
}

function sortOf(word: string): WordSort {
  if (/^\d/.test(word)) return 'number';
  if (days.has(word)) return 'day';
  if (plain.has(word)) return 'plain';
  return things.has(word) ? 'thing' : 'own';
}

const wordsIn = (text: string) => text.trim().split(/\s+/);
const bases = (text: string) => new Set(wordsIn(text).map(baseOf));
const pairsIn = (text: string) =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((pair) => pair.split('=').map((side) => side.trim()) as [string, string]);

const small = new Set(wordsIn('the of and a an for at in on with by to from y yr yn ym i ac o ar gyda am'));

const phrases = pairsIn(`
  womens institute=wi, sefydliad y merched=wi, mens shed=shed, men in sheds=shed, university of the third age=u3a, sied dynion=shed, cylch meithrin=playgroup, play group=playgroup,
  mother and toddler=toddler, parent and toddler=toddler, baby and toddler=toddler, mums and tots=toddler, ti a fi=toddler, pel droed=football,
  football club=football, rugby club=rugby, cricket club=cricket, coffee morning=coffee, bore coffi=coffee, banc bwyd=foodbank, food bank=foodbank,
  time bank=timebank, banc amser=timebank, credit union=creditunion, merched y wawr=merchedywawr, knit and natter=knitnatter,
  knit and chat=knitnatter, stay and play=stayplay, ysgol sul=sundayschool, sunday school=sundayschool, lle cynnes=warm, warm space=warm,
  warm hub=warm, under 5s=under5, over 50s=over50, over 60s=over60
`).map(([said, meant]): [string, string] => [` ${said} `, ` ${meant} `]);

const writtenOut = new Map(
  pairsIn(`
  st=saint, sant=saint, santes=saint, rd=road, ave=avenue, sq=square, ctr=centre, center=centre, comm=community, cmty=community, assoc=association,
  assn=association, soc=society, grp=group, gp=group, inst=institute, ch=church, meth=methodist, bapt=baptist, rec=recreation, gdns=garden, pk=park,
  jnr=junior, jr=junior, jnrs=junior, fc=football, afc=football, rfc=rugby, cc=cricket, tc=tennis, bc=bowl, ac=athletics, lib=library, vill=village,
  first=1, 1st=1, second=2, 2nd=2, third=3, 3rd=3, 4th=4, 5th=5, tots=toddler, cafe=cafe, caffi=cafe, women=woman, ladies=woman, womens=woman, merched=woman,
  mens=man, men=man, dynion=man, clwb=club, glwb=club, grwp=group, cor=choir, chor=choir, chorus=choir, eglwys=church, capel=chapel, neuadd=hall, llyfrgell=library,
  lyfrgell=library, canolfan=centre, ganolfan=centre, ysgol=school, parc=park, gardd=garden, gerddi=garden, ardd=garden, cymdeithas=society,
  gymdeithas=society, cymuned=community, gymuned=community, cymunedol=community, gymunedol=community, pentref=village, bentref=village, tref=town,
  cerdded=walk, cerddwyr=walk, gwau=knit, garddio=garden, ieuenctid=youth, plant=child, bore=morning, coffi=coffee, cinio=lunch, te=tea, dawns=dance,
  ddawns=dance, ffilm=film, llyfrau=book, llyfr=book, rhandir=allotment, rhandiroedd=allotment, marchnad=market, farchnad=market, bwyd=food, trwsio=repair,
  sgwrs=chat, cylch=circle, hanes=history, rygbi=rugby, criced=cricket, bowlio=bowl, tenis=tennis, nofio=swim, rhedeg=run, celf=art, crefft=craft,
  pont=bridge, bont=bridge, ffrindiau=friend, cyfeillion=friend, llun=monday, mawrth=tuesday, mercher=wednesday, iau=thursday, gwener=friday,
  sadwrn=saturday, sul=sunday, cymraeg=welsh, gymraeg=welsh, pysgota=fish, cwis=quiz, peintio=paint, barddoniaeth=poetry, siop=shop, oergell=fridge
`),
);

const days = bases('monday tuesday wednesday thursday friday saturday sunday');

const plain = bases(`
  club group society association community circle session local team project neighbour neighbourhood village town open welcome weekly monthly
  morning afternoon evening night hour time ltd limited trust charity cic company collective network member player branch committee welsh guild our local class
  activity public social organisation fellowship
`);

const things = bases(`
  hall church chapel centre library park garden green school cafe kitchen fridge pantry larder foodbank market shop shed hub museum theatre cinema foyer bar pub inn
  gallery studio pool gym court ground pitch field playground wood orchard allotment pond cemetery mosque temple synagogue gurdwara museum institute room
  choir band orchestra music sing song guitar ukulele brass drum dance ballet zumba tea lunch breakfast supper dinner coffee soup bake cook food
  knit knitnatter crochet sew quilt craft art paint draw pottery photography film book read write poetry story history heritage
  walk ramble run cycle bike swim yoga pilates tai keep fitness football rugby cricket tennis badminton bowl netball hockey golf karate judo archery boxing
  darts snooker chess bridge bingo quiz game card scout guide brownie cub beaver rainbow cadet youth junior toddler playgroup baby stayplay child nursery
  friend under5 over50 over60 man woman lgbt carer stroke dementia memory repair swap exchange toy tool timebank creditunion wi u3a merchedywawr rotary lion probus
  garden grow seed flower bee bird fish dog horse litter recycle clean prayer meditation bible worship sundayschool warm
  language english computer digital drama panto bell ring fair fete festival carnival parade campaign forum council ward partnership
`);
