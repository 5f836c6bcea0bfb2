/**
 * Words of our own, which nobody types: Meilisearch knows no phrase of more than three words and no "or" between words and topics. So a
 * phrase is asked for by a token whose synonyms are all that it means, and a document bears a token for each of its topics.
 */
const mark = '00';

export const phraseToken = (key: string) => `${mark}p${key.replaceAll(' ', '')}`;
export const topicToken = (slug: string) => `${mark}t${slug.replaceAll('-', '')}`;
