import type { Meant } from '../../../api/contract/asset-query.ts';
import type { Topic } from '../../../api/contract/vocabulary.ts';
import { sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** So many of each are told: enough to see what is meant. */
const mostTopics = 3;
const mostWords = 2;

/** "company, chat and natter", of "lonely"; null when the phrase says all of it itself. */
export function sayMeaning({ t, locale }: Reader, meant: Meant, topics: Topic[]): string | null {
  const labels = meant.topics.flatMap((slug) => topics.find((topic) => topic.slug === slug) ?? []);
  const named = labels.map((topic) => lowerFirst(inLocale(locale, topic.label, topic.label_cy).text));
  const isNew = (word: string) => !named.concat(meant.phrase).some((said) => said.includes(word));
  const words = meant.language === locale ? meant.words.filter(isNew) : [];
  const all = [...named.slice(0, mostTopics), ...words.slice(0, mostWords)];
  // "Somewhere warm" is what it says.
  return all.length === 0 || named.includes(meant.phrase) ? null : sayList(t, all);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether the words are the phrase and no more: then it need not be said twice. */
export const isWholeWish = (words: string, { phrase }: Meant) => lettersOf(words) === lettersOf(phrase);

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
