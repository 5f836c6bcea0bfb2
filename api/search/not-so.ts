import type { Term } from './query-terms.ts';

const streets = 'lane|street|road|row|terrace|close|avenue|yard|court|stryd|ffordd|heol|lon';

const anyStreetWord = new RegExp(` (?:${streets}) `);

/** Whether a name, folded, holds a word for a street: few do. */
export const namesStreet = (name: string): boolean => anyStreetWord.test(` ${name} `);

/**
 * Tells of a name whether it holds what the term asks for only as part of something else: "Walking Football" for "walking", "Bell Lane
 * Shedders" for "bell". `name`: folded, singular; `typed`: all that was asked for. Made once for a term, since every name is asked;
 * `onStreet`: what `namesStreet` says of it, where that is known.
 */
export function somethingElse({ words, synonyms, notSo }: Term, typed: string): (name: string, onStreet?: boolean) => boolean {
  if (words.length > 1 || typed.includes(' ')) return () => false;
  const single = [typed, ...synonyms]
    .filter((word) => !word.includes(' '))
    .map((word) => ({ alone: ` ${word} `, asStreet: new RegExp(` ${word} (?:${streets}) `, 'g') }));
  const things = [...notSo].map((thing) => ` ${thing} `);
  const phrases = synonyms.map((phrase) => ` ${phrase} `);
  const anyStreet = new RegExp(` (?:${single.map(({ alone }) => alone.trim()).join('|')}) (?:${streets}) `);
  return (name, onStreet = true) => {
    if (!onStreet && things.length === 0) return false;
    const all = ` ${name} `;
    // Nearly every name: what holds none of these is what it says, and asking each word of it took a third of a search.
    if (!things.some((thing) => all.includes(thing)) && !(onStreet && anyStreet.test(all))) return false;
    const held = single.filter(({ alone }) => all.includes(alone));
    if (held.length === 0) return false;
    let rest = things.reduce((left, thing) => left.replaceAll(thing, ' '), all);
    for (const { asStreet } of held) rest = rest.replace(asStreet, ' ');
    return !held.some(({ alone }) => rest.includes(alone)) && !phrases.some((phrase) => rest.includes(phrase));
  };
}
