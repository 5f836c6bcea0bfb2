import { searchAssets } from '../api/assets/search-assets.ts';
import { AssetQuery } from '../api/contract/asset-query.ts';
import { StartError } from '../api/errors.ts';
import { runScript } from '../api/run-script.ts';

/** What words now mean and find: for whoever writes seed-data/vocabulary/phrases.json. */
await runScript(process.env, async ({ deps, say }) => {
  const q = process.argv.slice(2).join(' ').trim();
  if (q === '') throw new StartError('Please give the words to look at: npm run phrase -- "the house is too quiet"');
  const { understood, meant, words, items, total } = await searchAssets(deps, AssetQuery.parse({ q, per_page: 10 }));
  for (const { text, filters } of understood)
    say(
      `“${text}” is taken for ${
        Object.entries(filters)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ') || 'nothing, as no place is known'
      }`,
    );
  for (const { phrase, topics, words: activities } of meant)
    say(`“${phrase}” means: topics ${topics.join(', ') || 'none'}; words ${activities.join(', ') || 'none'}`);
  if (meant.length === 0) say(words === '' ? 'Anything at all.' : `“${words}” stands for itself: no phrase of the list is in it.`);
  say(`${total} found${items.length > 0 ? ', first of all:' : '.'}`);
  for (const [at, { name, type, topics }] of items.entries())
    say(`${String(at + 1).padStart(3)}  ${name} (${[type === 'asset' ? [] : 'signpost', topics].flat().join(', ')})`);
});
