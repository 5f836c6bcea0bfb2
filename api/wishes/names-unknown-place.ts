import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import type { WordsAndPlace } from '../places/split-place-from-words.ts';
import { foldText, wordsOf } from '../search/fold-text.ts';
import { isStopWord } from '../search/stop-words.ts';
import { isVocabularyWord } from '../search/vocabulary.ts';

type PlaceDeps = Pick<Deps, 'db' | 'clock' | 'embeddedIndex' | 'vocabulary'>;

const longestName = 3;
const within = /^(?:in|yn|ym|yng)\s/i;
/** What may be in something that is no place: "interested in Kabaddi". */
const notOfPlaces =
  /(?:^|\s)(?:interested|lessons?|class(?:es)?|courses?|workshops?|training|beginners?|believe|good|experience|help|join|taking|talk(?:ing)?|diddordeb|gwersi|cwrs)$/i;

/**
 * Whether what stands after "near" or "in" can only be a place, and one that we do not know: "near Xanadu", "in Narnia". Not a word that any
 * listing or our own lists hold ("in stitches"), begun or misspelt too, nor a place that somebody has just begun to type.
 */
export async function namesUnknownPlace(deps: PlaceDeps, { words, near, typed }: WordsAndPlace): Promise<boolean> {
  const name = wordsOf(foldText(near ?? ''));
  if (!near || name.length === 0 || name.length > longestName || !/^[\p{L}\s'’-]{3,}$/u.test(near)) return false;
  if (within.test(typed) && (!/^\p{Lu}/u.test(near) || notOfPlaces.test(words))) return false;
  const vocabulary = deps.vocabulary.current();
  if (name.some((word) => isStopWord(word) || isVocabularyWord(vocabulary, word, true))) return false;
  return !(await deps.embeddedIndex.holdsAny(name)) && (await findPlace(deps, near)) === null;
}
