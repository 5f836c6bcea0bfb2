const longestText = 20_000;
const longestWord = 40;

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/**
 * Text as the index and a query both see it: small plain letters and digits, one blank between words. Accents go (ŵ → w), apostrophes
 * join ("St Beuno's" → "st beunos"), hyphens and all else part. Folding folded text changes nothing.
 */
export function foldText(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['‘’‛ʼʻʹ′`´]/g, '')
    .replace(/[&＆]/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** The words of folded text; absurdly long ones are cut, alike in documents and queries. */
export function wordsOf(folded: string): string[] {
  const words = folded.split(' ').filter(Boolean);
  return folded.length > longestWord ? words.map(shortened) : words;
}

const shortened = (word: string) => (word.length > longestWord ? Array.from(word).slice(0, longestWord).join('') : word);

const irregular: Record<string, string> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  geese: 'goose',
  loaves: 'loaf',
  scarves: 'scarf',
  knives: 'knife',
  shelves: 'shelf',
  halves: 'half',
  leaves: 'leaf',
};
const notPlural = new Set(['abuse', 'news', 'always', 'lens', 'chess', 'bus', 'gas']);

/**
 * English plural and singular to one form ("churches" and "church", "ladies" and "lady"), which need not be a word itself: "movie" and
 * "movies" meet at "movy". Other languages pass unharmed enough, since documents and queries are folded alike.
 */
export function foldWord(word: string): string {
  let folded = word;
  for (let step = foldOnce(folded); step !== folded; step = foldOnce(folded)) folded = step;
  return folded;
}

export const foldWords = (folded: string) => wordsOf(folded).map(foldWord).join(' ');

function foldOnce(word: string): string {
  if (word.length < 4 && !irregular[word]) return word;
  if (notPlural.has(word) || !/^[a-z]+$/.test(word)) return word;
  const known = irregular[word];
  if (known) return known;
  if (/..(ies|ie)$/.test(word) && word.length > 4) return word.replace(/ies?$/, 'y');
  if (/(..(ss|sh|ch|x|z|o)|[^ao]us)es?$/.test(word) && word.length > 3) return long(word.replace(/es?$/, '')) ?? withoutS(word);
  return withoutS(word);
}

const long = (word: string) => (word.length >= 3 ? word : null);
const withoutS = (word: string) => (/[^siu]s$/.test(word) ? word.slice(0, -1) : word);
