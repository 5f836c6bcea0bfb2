import { differingParts, withParts } from '../contract/asset-parts.ts';
import type { AssetState } from '../contract/asset-state.ts';
import { type OwnPart, ownParts } from '../contract/own-link.ts';
import { contactParts } from '../proposals/contact-rules.ts';

export interface OwnChange {
  /** What stands, with what the group changed; nothing else of what came counts. */
  wished: AssetState;
  /** What everyone sees at once. */
  atOnce: OwnPart[];
  /** What somebody looks at first. */
  waiting: OwnPart[];
}

/** What a group wrote of its own by its link, parted into what is safe to show at once and what waits. */
export function partOwnChange(standing: AssetState, sent: AssetState): OwnChange {
  const whole = withParts(standing, sent, ownParts);
  // A home is told to a coordinator, not by a box that is not there.
  const wished = { ...whole, point_privacy: standing.point_privacy };
  const changed = ownParts.filter((part) => differingParts(standing, wished).includes(part));
  const atOnce = changed.filter((part) => isSafe(part, standing, wished));
  return { wished, atOnce, waiting: changed.filter((part) => !atOnce.includes(part)) };
}

/**
 * Whoever finds the link in somebody's pocket may hold it. What it says of when and of the cost, and a way to be reached that is shown already,
 * hurts most while it is wrong; a name, words, a place and a new way to be reached could send people somewhere else.
 */
function isSafe(part: OwnPart, standing: AssetState, wished: AssetState): boolean {
  switch (part) {
    case 'sessions':
    case 'events':
    case 'cost':
      return !bringsAddress(wordsOf(part, wished), wordsOf(part, standing));
    case 'contact_name':
    case 'contact_phone':
    case 'contact_email':
    case 'contact_web':
      return standing[part] !== null;
    default:
      return false;
  }
}

/** Free words beside times and cost. */
function wordsOf(part: 'sessions' | 'events' | 'cost', state: AssetState): string[] {
  const words = {
    sessions: state.sessions.flatMap(({ title, title_cy, usually, note, pause_note, exceptions }) => [
      ...[title, title_cy, usually, note, pause_note],
      ...exceptions.map((exception) => exception.note),
    ]),
    events: state.events.flatMap(({ name, name_cy, summary, summary_cy, note, cost_note }) => [
      ...[name, name_cy, summary, summary_cy, note, cost_note],
    ]),
    cost: [state.cost_note],
  };
  return words[part].filter((text) => text !== null);
}

/** A telephone number, an e-mail or a web address in words that are new. */
const bringsAddress = (words: string[], before: string[]): boolean =>
  words.some((text) => !before.includes(text) && Object.values(contactParts(text)).some((found) => found !== null));
