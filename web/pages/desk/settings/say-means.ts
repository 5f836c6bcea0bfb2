import type { TopicWords } from '../../../../api/contract/vocabulary.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** What a phrase means: its topics by their names, then words; what is called the same once. */
export function sayMeans({ locale }: Reader, meant: { topics: string[]; words: string[] }, names: TopicWords[]): string {
  const topics = meant.topics.map((slug) => {
    const topic = names.find((each) => each.slug === slug);
    return topic ? inLocale(locale, topic.label, topic.label_cy).text : slug;
  });
  const all = [...topics, ...meant.words];
  const keys = all.map((text) => text.toLowerCase());
  return all.filter((_text, at) => keys.indexOf(keys[at] ?? '') === at).join(', ');
}
