import { requireSomewhere } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { BulkChoice, BulkFilter, BulkOptions } from '../contract/bulk-filter.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { listTopicNames } from '../vocabularies/list-topics.ts';
import { bulkAreas, bulkSources, type Chosen, countChosen, idsChosen, type Reach, sampleChosen } from './bulk-queries.ts';

type Known = Pick<Deps, 'db' | 'clock'>;

const sampleSize = 10;

/** What a filter chooses of the viewer's patch: how many, and the first of them by name. */
export async function chooseAssets(deps: Known, viewer: SignedIn, filter: BulkFilter): Promise<BulkChoice> {
  await requireSomewhere(deps, viewer, 'bulk.change');
  const asked = askFor(deps, viewer, filter);
  const [[counted], sample] = await Promise.all([countChosen(deps.db, asked), sampleChosen(deps.db, asked, sampleSize)]);
  return { count: counted?.count ?? 0, sample };
}

/** Every one of them. */
export async function chosenIds(deps: Known, viewer: SignedIn, filter: BulkFilter): Promise<string[]> {
  await requireSomewhere(deps, viewer, 'bulk.change');
  return (await idsChosen(deps.db, askFor(deps, viewer, filter))).map(({ id }) => id);
}

export async function bulkOptions(deps: Known, viewer: SignedIn): Promise<BulkOptions> {
  const [areas, { topics, kinds }, sources] = await Promise.all([
    bulkAreas(deps.db, reachOf(viewer)),
    listTopicNames(deps),
    bulkSources(deps.db),
  ]);
  return { areas, topics, kinds, sources };
}

const askFor = ({ clock }: Known, viewer: SignedIn, filter: BulkFilter): Chosen => ({
  filter,
  reach: reachOf(viewer),
  now: clock.now(),
});

function reachOf(viewer: SignedIn): Reach {
  if (viewer.role === 'steward') return { areaIds: null, withoutArea: true };
  return {
    areaIds: viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'bulk.change', id) ? [id] : [])),
    withoutArea: mayDo(viewer, 'bulk.change', null),
  };
}
