/** "It's the lads' night" → "It’s the lads’ night": a straight mark between letters, or after an s that ends a word. All others stay. */
export const curlApostrophes = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})|(?<=s)'(?!\p{L})/giu, '’');
