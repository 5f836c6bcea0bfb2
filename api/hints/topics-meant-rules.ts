import type { TopicWords } from '../contract/vocabulary.ts';
import { foldText, wordsOf } from '../search/fold-text.ts';
import { withoutStopWords } from '../search/stop-words.ts';

const fewestLetters = 2;

/** Topics of whose label or wish each word typed begins one, in either language; labels before wishes, else in the district's order. */
export function topicsMeant(topics: TopicWords[], typed: string[]): TopicWords[] {
  const asked = withoutStopWords(typed);
  if (asked.every((word) => word.length < fewestLetters)) return [];
  const holds = (texts: (string | null)[]) => {
    const words = texts.flatMap((text) => (text === null ? [] : wordsOf(foldText(text))));
    return asked.every((word) => words.some((each) => each.startsWith(word)));
  };
  const labelled = topics.filter(({ label, label_cy }) => holds([label, label_cy]));
  const wished = topics.filter((topic) => !labelled.includes(topic) && holds([topic.label, topic.label_cy, topic.wish, topic.wish_cy]));
  return [...labelled, ...wished];
}
