import type { Term } from './query-terms.ts';

const streets = 'lane|street|road|row|terrace|close|avenue|yard|court|stryd|ffordd|heol|lon';

/**
 * Whether a name holds what the term asks for only as part of something else: "Walking Football" for "walking", "Bell Lane Shedders" for
 * "bell". `name`: folded, singular; `typed`: all that was asked for.
 */
export function isSomethingElse(name: string, { words, synonyms, notSo }: Term, typed: string): boolean {
  if (words.length > 1 || typed.includes(' ')) return false;
  const single = [typed, ...synonyms].filter((word) => !word.includes(' '));
  const held = single.filter((word) => ` ${name} `.includes(` ${word} `));
  if (held.length === 0) return false;
  let rest = ` ${name} `;
  for (const thing of notSo) rest = rest.replaceAll(` ${thing} `, ' ');
  for (const word of held) rest = rest.replace(new RegExp(` ${word} (?:${streets}) `, 'g'), ' ');
  return !held.some((word) => rest.includes(` ${word} `)) && !synonyms.some((phrase) => rest.includes(` ${phrase} `));
}
