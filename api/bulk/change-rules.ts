import type { AssetState } from '../contract/asset-state.ts';
import type { BulkChange } from '../contract/import-run.ts';
import type { DeskAction } from '../contract/viewer.ts';

/** An asset after a change to many (pure). What the change does not touch comes back alike. A check changes nothing that is written of it. */
export function changeState(state: AssetState, change: BulkChange, today: string): AssetState {
  switch (change.action) {
    case 'check':
      return state;
    case 'publish':
      return state.status === 'closed' ? state : { ...state, status: 'published' };
    case 'retire':
      return { ...state, status: 'closed' };
    case 'add-topic':
      return { ...state, topics: [...new Set([...state.topics, change.topic])].sort() };
    case 'remove-topic':
      return { ...state, topics: state.topics.filter((topic) => topic !== change.topic) };
    case 'pause':
      return { ...state, sessions: state.sessions.map((session) => ({ ...session, paused_from: today, paused_until: change.until })) };
  }
}

/** What each needs besides the right to change many. */
export const rightsFor: Record<BulkChange['action'], DeskAction> = {
  check: 'check.log',
  publish: 'asset.publish',
  retire: 'asset.retire',
  'add-topic': 'asset.draft',
  'remove-topic': 'asset.draft',
  pause: 'asset.draft',
};
