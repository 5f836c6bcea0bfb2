import type { NameQuery } from '../asset-index.ts';
import { isDistressWord } from '../distress-words.ts';
import { mostPoints } from '../match-levels.ts';
import { queryTerms } from '../query-terms.ts';
import { queryWords } from '../query-words.ts';
import { mostStanding } from '../standing.ts';
import { isVocabularyWord, type Vocabulary, withoutPhrases } from '../vocabulary.ts';
import { type Corrections, correctWords, noCorrections } from './correct-words.ts';
import { metresFrom } from './distance.ts';
import type { ListingTable } from './listing-table.ts';
import { type Matches, matchWords } from './match-words.ts';
import { createTopList } from './top-list.ts';

interface Held {
  table: ListingTable;
  vocabulary: Vocabulary;
}

/** Assets that are called so; when none is, slips of the pen are put right. Nobody in distress is given a guess. */
export function findNamed({ table, vocabulary }: Held, query: NameQuery): string[] {
  const words = queryWords(query.text);
  if (words.length === 0) return [];
  const terms = queryTerms(words, withoutPhrases(vocabulary));
  const ask = (corrections: Corrections) => {
    const found = matchWords(table, { terms, corrections, alike: [], signpostsOnly: false, namesOnly: true });
    return found ? bestOf(table, found, query) : [];
  };
  const typed = ask(noCorrections);
  if (typed.length > 0 || words.some(isDistressWord)) return typed;
  return ask(correctWords(table, words, (word, open) => isDistressWord(word) || isVocabularyWord(vocabulary, word, open)));
}

function bestOf(table: ListingTable, found: Matches, { near, limit }: NameQuery): string[] {
  const { columns } = table;
  const metres = metresFrom(columns, near);
  const top = createTopList(limit, table);
  for (const number of found.candidates) {
    if (columns.tier[number] !== 0 || table.at(number) === undefined) continue;
    const points = found.points(number);
    if (points === 0) continue;
    const far = metres(number);
    const worst = (mostPoints - points) * (mostStanding + 1) + mostStanding - (columns.standing[number] ?? 0);
    top.offer(number, near === null ? worst : Number.isNaN(far) ? 9e8 : far);
  }
  return top.best();
}
