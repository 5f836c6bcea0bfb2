import { listAreaIds } from '../areas/list-area-ids.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import type { WaitingEdit, WaitingList, WaitingNew, WaitingSuggestion } from '../contract/desk-review.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { loadNames } from '../editing/load-names.ts';
import { listWaitingPhotos } from '../photos/list-photos.ts';
import { listWaitingProposals } from '../proposals/list-waiting-proposals.ts';
import { stateFromProposal } from '../proposals/state-from-proposal.ts';
import { londonDate } from '../time/london-time.ts';
import { namesOfAssets, type SuggestionRow, type Where, waitingEdits, waitingSuggestions } from './review-queries.ts';
import { whereFor } from './where-for.ts';

const atOnce = 20;

/** What waits for this viewer's answer: what neighbours said, what builders would change or show, what is new. `junk`: the heap instead of what is new. */
export async function listWaiting(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, { junk }: { junk: boolean }): Promise<WaitingList> {
  const where = whereFor(viewer);
  const [suggestions, edits, photos, news] = await Promise.all([
    waitingSuggestions(deps.db, where, atOnce),
    listEdits(deps, where),
    listWaitingPhotos(deps.db, where, atOnce),
    listNews(deps, where, junk),
  ]);
  const states = [...edits.flatMap(({ standing, proposed }) => [standing, proposed]), ...news.items.map(({ state }) => state)];
  return {
    suggestions: suggestions.map(presentSuggestion),
    edits,
    photos,
    news: news.items,
    newCount: news.likely,
    junkCount: news.junk,
    names: await loadNames(deps.db, states),
  };
}

async function listEdits({ db }: Pick<Deps, 'db'>, where: Where): Promise<WaitingEdit[]> {
  const rows = await waitingEdits(db, where, atOnce);
  const found = await Promise.all(
    rows.map(async ({ id, by, made_at, asset_id, of_version, version, state }): Promise<WaitingEdit[]> => {
      const standing = await loadAssetState(db, asset_id);
      if (!standing) return [];
      const { name, name_cy } = standing.state;
      const asset = { id: asset_id, name, name_cy };
      return [{ id, by, at: made_at.toISOString(), asset, standing: standing.state, proposed: state, isOutOfDate: of_version !== version }];
    }),
  );
  return found.flat();
}

async function listNews(deps: Pick<Deps, 'db' | 'clock'>, { areaIds, andNone }: Where, junk: boolean) {
  const ids = areaIds ?? (await listAreaIds(deps));
  const { items, ...counts } = await listWaitingProposals(deps, { areaIds: ids, noArea: andNone, junk, limit: atOnce });
  const alike = await namesOfAssets(deps.db, [...new Set(items.flatMap(({ look_alikes }) => look_alikes))]);
  const today = londonDate(deps.clock.now());
  return {
    ...counts,
    items: items.map(
      (row): WaitingNew => ({
        id: row.id,
        at: row.created_at.toISOString(),
        state: stateFromProposal(row, today),
        when: row.fields.when,
        place: row.fields.place,
        contact: [row.fields.contact_name, row.fields.contact].filter(Boolean).join(', '),
        mayShow: row.fields.may_show === 'yes',
        hears: row.reply_email !== null,
        looksLike: row.looks_like,
        lookAlikes: alike.filter(({ id }) => row.look_alikes.includes(id)),
      }),
    ),
  };
}

const presentSuggestion = ({ id, type, text, hears, created_at, ...row }: SuggestionRow): WaitingSuggestion => ({
  id,
  type,
  text,
  at: created_at.toISOString(),
  hears,
  asset: { id: row.asset_id, name: row.name, name_cy: row.name_cy, version: row.version, isShown: row.status === 'published' },
});
