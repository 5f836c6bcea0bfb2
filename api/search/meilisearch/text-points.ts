import { foldText, foldWord, foldWords } from '../fold-text.ts';
import {
  asideShare,
  breadthPoints,
  levelFor,
  levelPoints,
  matchLevels,
  meaningLevel,
  mostBreadth,
  type TextField,
} from '../match-levels.ts';
import { somethingElse } from '../not-so.ts';
import type { Term } from '../query-terms.ts';
import type { StoredHit } from './stored-document.ts';

export interface TextPoints {
  points: number;
  /** The lowest level of any term; 0: a term stands in none of the texts that a hit brings back. */
  least: number;
}

/** The embedded index's points, from a hit's own words: all but its long text, which stays over there. */
export type TextPointsOf = (hit: StoredHit) => TextPoints;

/** For all hits of a search: what its terms alone tell is worked out once. */
export function textPointsBy(terms: readonly Term[]): TextPointsOf {
  const wanted = terms.filter(({ aside }) => !aside);
  const [only, ...others] = wanted;
  const typed = foldWords(terms.flatMap(({ words }) => words).join(' '));
  const isElse = only && others.length === 0 ? somethingElse(only, typed) : () => false;
  return (hit) => {
    const texts = textsOf(hit);
    let [least, sum]: [number, number] = [matchLevels.name.whole, 0];
    for (const term of wanted) {
      const { level, breadth } = termLevel(term, { texts, hit });
      const said = level >= matchLevels.name.synonym && isElse(hit.name.join(' | ')) ? matchLevels.body.whole : level;
      const held = levelFor(hit.kind, said);
      least = Math.min(least, held);
      sum += (levelPoints[held] ?? 0) + breadthPoints * breadth;
    }
    for (const term of terms) if (term.aside) sum += (levelPoints[termLevel(term, { texts, hit }).level] ?? 0) * asideShare;
    return { points: sum / Math.max(1, wanted.length), least };
  };
}

type Texts = Partial<Record<TextField, string>>;

const textsOf = ({ name, summary, keywords }: StoredHit): Texts => ({
  name: ` ${name.join(' | ')} `,
  summary: ` ${summary} `,
  keywords: ` ${keywords} `,
});

interface Held {
  level: number;
  breadth: number;
}

function termLevel(term: Term, { texts, hit }: { texts: Texts; hit: StoredHit }): Held {
  const last = term.words.length - 1;
  const own = Math.min(...term.words.map((word, at) => wordLevel(texts, word, term.open && at === last)));
  const meant = meantHeld(term, { texts, hit });
  const best = meant.level > own ? meant : { level: own, breadth: 0 };
  const others = term.synonyms.map((phrase) => otherLevel(texts, phrase)).filter((level) => level > 0);
  const told = others.filter((level) => level >= matchLevels.summary.synonym).length - (best.level > 0 ? 0 : 1);
  return { level: Math.max(best.level, ...others), breadth: Math.min(mostBreadth, best.breadth + Math.max(0, told)) };
}

function meantHeld({ meaning }: Term, { texts, hit }: { texts: Texts; hit: StoredHit }): Held {
  if (!meaning) return { level: 0, breadth: 0 };
  const held = meaning.words.map((words) => otherLevel(texts, foldWords(foldText(words))));
  const words = held.filter((level) => level >= matchLevels.summary.synonym).length;
  const topics = meaning.topics.filter((topic) => hit.topics.includes(topic)).length;
  return { level: meaningLevel({ topics, words, best: Math.max(0, ...held) }), breadth: Math.min(mostBreadth, Math.max(0, words - 1)) };
}

const fields: readonly TextField[] = ['name', 'summary', 'keywords'];

function wordLevel(texts: Texts, word: string, open: boolean): number {
  const [whole, begun] = [foldWord(word), word];
  return best((field) => {
    if (texts[field]?.includes(` ${whole} `)) return matchLevels[field].whole;
    return open && texts[field]?.includes(` ${begun}`) ? matchLevels[field].begun : 0;
  });
}

const otherLevel = (texts: Texts, phrase: string) =>
  Math.min(...phrase.split(' ').map((word) => best((field) => (texts[field]?.includes(` ${word} `) ? matchLevels[field].synonym : 0))));

const best = (levelIn: (field: TextField) => number) => Math.max(...fields.map(levelIn));
