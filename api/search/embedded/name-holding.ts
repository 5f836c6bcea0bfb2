import type { NameHolding } from '../asset-index.ts';
import { foldText, foldWords, wordsOf } from '../fold-text.ts';
import { withoutStopWords } from '../stop-words.ts';
import type { ListingTable } from './listing-table.ts';
import { inName } from './word-index.ts';

/** How the name of any listing holds the words. Only names with the rarest word are looked at. */
export function nameHolding(table: ListingTable, text: string): NameHolding {
  const phrase = foldWords(withoutStopWords(wordsOf(foldText(text))).join(' '));
  const words = phrase.split(' ').filter(Boolean);
  const numbers = words.map((word) => numbersNamed(table, word)).sort((one, other) => one.length - other.length)[0] ?? [];
  let found: NameHolding = 'none';
  for (const number of numbers) {
    const name = table.at(number)?.tellingName ?? '';
    if (name.includes(`| ${phrase} |`)) return 'whole';
    if (name.includes(` ${phrase} `)) found = 'together';
    else if (found === 'none' && words.every((word) => name.includes(` ${word} `))) found = 'apart';
  }
  return found;
}

function numbersNamed(table: ListingTable, word: string): number[] {
  const numbers: number[] = [];
  table.words.each(word, (number, fields) => {
    if (fields & inName && table.at(number)) numbers.push(number);
  });
  return numbers;
}
