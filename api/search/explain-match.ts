import type { WhyField, WhyFound } from '../contract/why-found.ts';
import type { AssetDocument } from './asset-index.ts';
import { beginningDistance, editDistance } from './embedded/edit-distance.ts';
import { foldText, foldWord, wordsOf } from './fold-text.ts';
import { matchLevels, type TextField } from './match-levels.ts';
import type { Term } from './query-terms.ts';

type Texts = Pick<AssetDocument, TextField | 'topics'>;

const fieldNames: Record<TextField, [reason: WhyField, said: string]> = {
  name: ['name', 'its name'],
  summary: ['summary', 'its summary'],
  keywords: ['labels', 'its labels'],
  body: ['text', 'its longer text'],
};
const fields: readonly TextField[] = ['name', 'summary', 'keywords', 'body'];

/** For each term the best way in which the document holds it, worked out from its own text: whichever index found it. */
export function explainMatch(document: Texts, terms: Term[]): WhyFound[] {
  const words = Object.fromEntries(fields.map((field) => [field, wordsOf(document[field].replaceAll('|', ' '))]));
  return terms.map((term) => {
    const ways = [...fields.flatMap((field) => waysIn(field, words[field] ?? [], term)), ...waysByTopic(document, term)];
    const [best] = ways.toSorted((one, other) => other.level - one.level);
    const word = textOf(term);
    return { ...(best?.why ?? { reason: 'word-left-out', detail: `“${word}” is not here; little or nothing held all the words.` }), word };
  });
}

/**
 * The same by the first of the lists that leaves least out: the words as typed, then as they may have been meant ("gardning" for
 * "gardening"), which is said.
 */
export function explainBest(document: Texts, lists: Term[][]): WhyFound[] {
  const [typed = []] = lists;
  const all = lists.map((terms) => ({ terms, whys: explainMatch(document, terms) }));
  const best = all.toSorted((one, other) => leftOut(one.whys) - leftOut(other.whys))[0];
  if (!best || best.terms === typed) return best?.whys ?? [];
  const asked = new Set(typed.map(textOf));
  return best.whys.map((why, at) => {
    const term = best.terms[at];
    if (!term || asked.has(textOf(term))) return why;
    const from = typed.filter((each) => !best.terms.some((other) => textOf(other) === textOf(each)));
    const slip = from.map(textOf).join(' ');
    return { ...why, typed: slip, detail: `“${slip}” was taken for “${textOf(term)}”. ${why.detail}` };
  });
}

const leftOut = (whys: WhyFound[]) => whys.filter(({ reason }) => reason === 'word-left-out').length;

interface Way {
  level: number;
  why: WhyFound;
}

function waysIn(field: TextField, held: string[], term: Term): Way[] {
  const [place, said] = fieldNames[field];
  const asked = textOf(term);
  const levels = matchLevels[field];
  const ways: Way[] = [];
  const last = term.words.at(-1) ?? '';
  const before = term.words.slice(0, -1);
  if (holdsAll(held, term.words))
    ways.push({ level: levels.whole, why: { reason: `word-in-${place}`, detail: `“${asked}” stands in ${said}.` } });
  const begun = term.open && holdsAll(held, before) ? held.find((word) => word !== last && word.startsWith(last)) : undefined;
  if (begun)
    ways.push({
      level: levels.begun,
      why: { reason: `beginning-in-${place}`, held: begun, detail: `“${asked}” begins “${begun}” in ${said}.` },
    });
  // In a long text the words of a phrase stand far apart.
  const synonym = term.synonyms.find((phrase) => holdsAll(held, phrase.split(' ')) && (field !== 'body' || !phrase.includes(' ')));
  if (synonym)
    ways.push({
      level: levels.synonym,
      why: { reason: `other-word-in-${place}`, held: synonym, detail: `“${asked}” is also said “${synonym}”, which stands in ${said}.` },
    });
  const word = term.meaning?.words.find((each) => holdsAll(held, wordsOf(foldText(each))) && (field !== 'body' || !each.includes(' ')));
  if (word)
    ways.push({
      level: levels.synonym,
      why: { reason: `phrase-word-in-${place}`, held: word, detail: `“${asked}” may mean “${word}”, which stands in ${said}.` },
    });
  const meant = ways.length > 0 ? null : correctedIn(held, term);
  // Below any other way, whichever field it is in.
  if (meant)
    ways.push({
      level: levels.whole / 100,
      why: { reason: `corrected-in-${place}`, held: meant, detail: `“${asked}” was taken for “${meant}”, which stands in ${said}.` },
    });
  return ways;
}

function waysByTopic({ topics }: Texts, { words, meaning }: Term): Way[] {
  const topic = meaning?.topics.find((each) => topics.includes(each));
  if (!topic) return [];
  return [
    {
      level: matchLevels.keywords.whole,
      why: { reason: 'phrase-topic', topic, detail: `“${words.join(' ')}” may mean the topic “${topic}”.` },
    },
  ];
}

const textOf = (term: Term) => term.words.join(' ');

function holdsAll(held: string[], words: readonly string[]): boolean {
  return words.every((word) => held.some((each) => each === word || foldWord(each) === foldWord(word)));
}

/** The house's rule for slips: one from four letters, two from eight. */
const slipsIn = (word: string) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

function correctedIn(held: string[], { words, open }: Term): string | null {
  const meant = words.map((word, position) => {
    if (holdsAll(held, [word])) return word;
    const most = slipsIn(word);
    if (most === 0) return null;
    const whole = held.find((each) => editDistance(word, each, most) <= most || editDistance(foldWord(word), foldWord(each), most) <= most);
    const isOpen = open && position === words.length - 1;
    return whole ?? (isOpen ? held.find((each) => beginningDistance(word, each, most) <= most) : undefined) ?? null;
  });
  return meant.every((word) => word !== null) ? meant.join(' ') : null;
}
