import { randomUUID } from 'node:crypto';
import { closeAsset, reopenAsset } from '../assets/close-asset.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import type { OwnAsset } from '../assets/load-own-asset.ts';
import { recordRevisions } from '../assets/record-revisions.ts';
import { writeCheck } from '../checks/log-check.ts';
import { takeBackMs, unwriteCheck } from '../checks/take-back-check.ts';
import { type ConfirmForm, longestPauseDays } from '../contract/confirm.ts';
import type { Suggestion } from '../contract/suggestion.ts';
import type { Queryable } from '../db/database.ts';
import { keepStanding } from '../editing/keep-standing.ts';
import { badRequest } from '../errors.ts';
import { pauseSessions, putPauses } from '../sessions/pause-sessions.ts';
import type { PauseRow } from '../sessions/session-rows.ts';
import { keepSuggestion, type Told } from '../suggestions/suggest.ts';
import { takeBackSuggestion } from '../suggestions/take-back-suggestion.ts';
import { addDays } from '../time/london-time.ts';

export interface Acting {
  now: Date;
  own: OwnAsset;
  reader: Told | null;
  publicUrl: string;
  /** By what the history names the group: which link it came by. */
  madeBy: string;
}

/** What takes an answer back. */
export interface Undo {
  check?: number;
  suggestion?: string;
  pauses?: PauseRow[];
}

/**
 * Does what a group says of its own. All but "closed" are checks by the group; a change and a closing are told to the coordinator once they can
 * no longer be taken back. Answers what takes it back.
 */
export async function actForGroup(tx: Queryable, said: ConfirmForm, acting: Acting): Promise<Undo> {
  const { now, own, madeBy } = acting;
  const assetId = own.listing.id;
  const check = () => writeCheck(tx, now, { assetId, by: 'group' });
  switch (said.answer) {
    case 'right':
      return { check: await check() };
    case 'change':
      return { suggestion: await tell(tx, { type: 'change', text: said.text, reply_email: null }, acting), check: await check() };
    case 'pause':
      // The check last: it tells the indexes of both.
      return {
        pauses: await traced(tx, now, { assetId, madeBy }, () => pauseSessions(tx, now, { assetId, until: said.until })),
        check: await check(),
      };
    case 'closed':
      await closeAsset(tx, now, { assetId, madeBy });
      return { suggestion: await tell(tx, { type: 'closed', text: '', reply_email: null }, acting) };
  }
}

/** All stands as before the answer. */
export async function unactForGroup(
  tx: Queryable,
  now: Date,
  { assetId, answer, undo, madeBy }: { assetId: string; answer: string | null; undo: Undo; madeBy: string },
): Promise<void> {
  const { check, suggestion, pauses } = undo;
  if (suggestion) await takeBackSuggestion(tx, suggestion);
  if (pauses) await traced(tx, now, { assetId, madeBy }, () => putPauses(tx, now, { assetId, pauses }));
  if (check) await unwriteCheck(tx, now, { id: check, assetId });
  if (answer === 'closed') await reopenAsset(tx, now, { assetId, madeBy });
}

/** A rest stands in the times alone: the history is told of it here. */
async function traced<Done>(
  tx: Queryable,
  now: Date,
  { assetId, madeBy }: { assetId: string; madeBy: string },
  act: () => Promise<Done>,
): Promise<Done> {
  const standing = await loadAssetState(tx, assetId);
  if (standing) await keepStanding(tx, standing, now);
  const done = await act();
  await recordRevisions(tx, [assetId], { now, madeBy });
  return done;
}

/** Throws bad-request for a rest that is over or has no end. */
export function checkPause(said: ConfirmForm, today: string): void {
  if (said.answer !== 'pause') return;
  if (said.until < today) throw badRequest([{ field: 'until', detail: 'is over; please give a day that is still to come' }]);
  if (said.until > addDays(today, longestPauseDays)) throw badRequest([{ field: 'until', detail: 'is more than a year away' }]);
}

async function tell(tx: Queryable, said: Suggestion, { now, own, reader, publicUrl }: Acting): Promise<string> {
  const id = randomUUID();
  await keepSuggestion(tx, {
    ...{ id, said, reader, publicUrl, now, locale: reader?.language ?? 'en', asset: own.listing },
    tellAt: new Date(now.getTime() + takeBackMs),
    byGroup: true,
  });
  return id;
}
