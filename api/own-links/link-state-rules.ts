import type { AssetState } from '../contract/asset-state.ts';
import type { OwnLinkState } from '../contract/own-link.ts';
import { holdsPrivate } from '../editing/private-rules.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';

const linkDays = 365;

/** Twelve months from now, to the end of the day. */
export const linkEnd = (now: Date): Date => londonInstant(addDays(londonDate(now), linkDays), '23:59');

/** What is a neighbour's gift or somebody's home is for who may read that; so a link to one is as none. */
export function stateOfLink(link: { ends_at: Date; stopped_at: Date | null }, state: AssetState, now: Date): OwnLinkState {
  if (link.stopped_at !== null) return 'stopped';
  if (link.ends_at <= now) return 'old';
  return state.status === 'published' && !holdsPrivate(state) ? 'open' : 'gone';
}
