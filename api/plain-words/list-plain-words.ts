import { z } from 'zod';
import type { PlainWord } from '../contract/desk-asset.ts';
import { inProject } from '../project-root.ts';
import { watchFile } from '../search/watch-file.ts';

const PlainWords = z.array(
  z.object({ words: z.array(z.string().min(2)).min(1), offers: z.array(z.string().min(1)).min(1), locale: z.enum(['en', 'cy']) }).strict(),
);

/** Words that speak of people by what they lack, with plainer ones: the stewards' list, live within a second of a change. */
export const listPlainWords: () => PlainWord[] = watchFile<PlainWord[]>(inProject('seed-data', 'vocabulary', 'plain-words.json'), {
  name: 'The plainer words',
  empty: [],
  parse: (content) => PlainWords.parse(content),
});
