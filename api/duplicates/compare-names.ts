import { editDistance } from '../search/embedded/edit-distance.ts';
import { type NameWord, nameWords, type WordSort } from './name-words.ts';

export interface Names {
  name: string;
  name_cy: string | null;
}

/** How two names agree. Null in its place: each says something that the other does not, or they are of different days: they are two. */
export interface NamesCompared {
  /** 0 to 1. */
  share: number;
  how: 'same-name' | 'misspelt-name' | 'shorter-name';
  /** Every hall has one: nothing in the name is its own. */
  isUsual: boolean;
}

/** The likest of their names in both languages. */
export function compareNames(one: Names, other: Names): NamesCompared | null {
  const all = wordsOf(one).flatMap((words) => wordsOf(other).flatMap((others) => compareWords(words, others) ?? []));
  return all.toSorted((a, b) => b.share - a.share)[0] ?? null;
}

/** Each is compared with many. */
const read = new WeakMap<Names, NameWord[][]>();

function wordsOf(names: Names): NameWord[][] {
  const known = read.get(names) ?? [names.name, names.name_cy].flatMap((each) => (each ? [nameWords(each)] : []));
  read.set(names, known);
  return known;
}

const weights: Record<WordSort, number> = { own: 1, thing: 1, number: 1, day: 0.5, plain: 0.25 };
/** Where it is said to be tells less than what it is. */
const weightOf = ({ sort, isWhere }: NameWord) => weights[sort] * (isWhere ? 0.5 : 1);
const weigh = (words: NameWord[]) => words.reduce((sum, word) => sum + weightOf(word), 0);

function compareWords(one: NameWord[], other: NameWord[]): NamesCompared | null {
  const { met, slips, left, leftOver } = match(one, other);
  const matched = weigh(met);
  const [extra, extraOther] = [left.filter(isTelling), leftOver.filter(isTelling)];
  if (matched === 0 || (extra.length > 0 && extraOther.length > 0)) return null;
  if (differ('day', left, leftOver) || differ('number', left, leftOver)) return null;
  const more = extra.length > 0 ? extra : extraOther;
  const moreThings = more.filter(({ sort, isWhere }) => sort === 'thing' && !isWhere);
  const fewer = extra.length > 0 ? other : one;
  if (moreThings.length > 0 && fewer.some(({ sort, isWhere }) => sort === 'thing' && !isWhere)) return null;
  return {
    share: (2 * matched - 0.1 * slips) / (2 * matched + weigh(left) + weigh(leftOver)),
    how: more.length > 0 ? 'shorter-name' : slips > 0 ? 'misspelt-name' : 'same-name',
    isUsual: ![...one, ...other].some(({ sort }) => sort === 'own' || sort === 'number'),
  };
}

const isTelling = ({ sort }: NameWord) => sort === 'own' || sort === 'thing';

/** Both say one, and not the same. */
const differ = (sort: WordSort, one: NameWord[], other: NameWord[]) =>
  [one, other].every((words) => words.some((word) => word.sort === sort));

/** Which words of both meet: the very same first, then those a slip apart, then two written as one. */
function match(one: NameWord[], other: NameWord[]) {
  const met: NameWord[] = [];
  let slips = 0;
  let left = one;
  let leftOver = other;
  for (const meets of [isSame, isSlip, isBeginning]) {
    for (const word of left) {
      const found = leftOver.find((each) => meets(word, each));
      if (!found) continue;
      met.push(weightOf(word) < weightOf(found) ? word : found);
      if (meets !== isSame) slips += 1;
      left = left.filter((each) => each !== word);
      leftOver = leftOver.filter((each) => each !== found);
    }
  }
  for (const [whole, parts] of [
    [left, leftOver],
    [leftOver, left],
  ] as const) {
    const found = asOne(whole, parts);
    if (!found) continue;
    met.push(found.word);
    left = left.filter((each) => each !== found.word && !found.parts.includes(each));
    leftOver = leftOver.filter((each) => each !== found.word && !found.parts.includes(each));
  }
  return { met, slips, left, leftOver };
}

/** "Playtime" and "play time". */
function asOne(whole: NameWord[], parts: NameWord[]): { word: NameWord; parts: NameWord[] } | null {
  for (const word of whole)
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1];
      if (next && part.word + next.word === word.word) return { word, parts: [part, next] };
    }
  return null;
}

type Meets = (one: NameWord, other: NameWord) => boolean;

const isSame: Meets = (one, other) => one.word === other.word;

const isBeginning: Meets = ({ word: one }, { word: other }) => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 6;
};

/** One edit from five letters, two from eight; numbers are what they are. */
const isSlip: Meets = ({ said: one }, { said: other }) => {
  const shorter = Math.min(one.length, other.length);
  const most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  return most > 0 && one[0] === other[0] && !/\d/.test(one) && editDistance(one, other, most) <= most;
};
