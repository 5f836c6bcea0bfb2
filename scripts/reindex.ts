import { SearchUnavailable, StartError } from '../api/errors.ts';
import { runScript } from '../api/run-script.ts';
import { rebuildIndexes } from '../api/search/rebuild-index.ts';

/** Makes the search indexes anew; searches go on meanwhile. */
await runScript(process.env, async ({ deps, say }) => {
  let saidAt = 0;
  let last = '';
  const progress = (index: string, written: number) => {
    last = `Search (${index}): ${written.toLocaleString('en-GB')} listings written`;
    if (Date.now() - saidAt < 1_000) return;
    saidAt = Date.now();
    say(`${last}…`);
  };
  try {
    await rebuildIndexes(deps, progress);
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    const reason = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    throw new StartError(
      `${error.message}${reason} What could not be built anew stays as it was; please check MEILI_URL and MEILI_KEY and try again.`,
      { cause: error },
    );
  }
  say(last === '' ? 'Search: there is nothing to index yet.' : `${last}. Done.`);
});
