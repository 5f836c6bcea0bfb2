import type { Meant } from '../../../api/contract/asset-query.ts';
import type { Topic } from '../../../api/contract/vocabulary.ts';
import { sayList } from '../../i18n/format.ts';
import { inLocale } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** So many of each are told: enough to see what is meant. */
const mostTopics = 3;
const mostWords = 2;

/** "“Lonely”: we looked for company, chat and natter." */
export function SayMeant({ reader: { t, locale }, meant, topics }: { reader: Reader; meant: Meant; topics: Topic[] }) {
  const labels = meant.topics.flatMap((slug) => topics.find((topic) => topic.slug === slug) ?? []);
  const named = labels.map((topic) => lowerFirst(inLocale(locale, topic.label, topic.label_cy).text));
  const isNew = (word: string) => !named.concat(meant.phrase).some((said) => said.includes(word));
  const words = meant.language === locale ? meant.words.filter(isNew) : [];
  const all = [...named.slice(0, mostTopics), ...words.slice(0, mostWords)];
  // "Somewhere warm" is what it says.
  if (all.length === 0 || named.includes(meant.phrase)) return null;
  return <>{t('said.meant', { phrase: meant.phrase, list: sayList(t, all) })} </>;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
