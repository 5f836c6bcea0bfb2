import { runScript } from '../api/run-script.ts';
import { rebuildIndexes } from '../api/search/rebuild-index.ts';

/** Makes the search indexes anew; searches go on meanwhile. */
await runScript(process.env, async ({ deps, say }) => {
  let saidAt = 0;
  let last = '';
  await rebuildIndexes(deps, (index, written) => {
    last = `Search (${index}): ${written.toLocaleString('en-GB')} listings written`;
    if (Date.now() - saidAt < 1_000) return;
    saidAt = Date.now();
    say(`${last}…`);
  });
  say(last === '' ? 'Search: there is nothing to index yet.' : `${last}. Done.`);
});
