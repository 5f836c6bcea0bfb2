import { randomUUID } from 'node:crypto';
import { requireRight } from '../accounts/require-right.ts';
import type { StandingAsset } from '../assets/load-asset-state.ts';
import { hashOfToken, newToken } from '../confirm/confirm-token.ts';
import type { OwnLinkDesk, OwnLinkTold } from '../contract/own-link.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { findDistrict } from '../district/find-district.ts';
import { openState } from '../editing/open-asset.ts';
import { holdsPrivate } from '../editing/private-rules.ts';
import { badRequest } from '../errors.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { linkEnd } from './link-state-rules.ts';
import { ownLinkLetter } from './own-link-letter.ts';
import { insertLink, linksOfAsset, stopLinkOf } from './own-link-queries.ts';

type LinkDeps = Pick<Deps, 'db' | 'clock'>;

/** A letter that could not be sent for so long is not worth sending. */
const letterDays = 14;

/** What stands of a group's own link, for who may make one. Throws not-found and not-yours. */
export async function showOwnLink(deps: LinkDeps, viewer: SignedIn, assetId: string): Promise<OwnLinkDesk> {
  const { id, state } = await openToGive(deps, viewer, assetId);
  const [last] = await listOwnLinks(deps.db, id);
  return {
    asset: { id, name: state.name, name_cy: state.name_cy },
    cannot: cannotGive({ state }),
    email: state.contact_email,
    link: last && last.stopped === null ? last : null,
  };
}

/** Makes a link and ends the one before. Answers it, for showing once; null: it was sent to the group. Throws bad-request where there can be none. */
export async function giveOwnLink(
  deps: LinkDeps,
  viewer: SignedIn,
  { assetId, send, publicUrl }: { assetId: string; send: boolean; publicUrl: string },
): Promise<string | null> {
  const { id, state } = await openToGive(deps, viewer, assetId);
  if (cannotGive({ state })) throw badRequest([{ field: 'link', detail: 'is for what everyone sees' }]);
  const to = send ? state.contact_email : null;
  if (send && to === null) throw badRequest([{ field: 'link', detail: 'has no address to go to' }]);
  const now = deps.clock.now();
  const { place, place_cy } = await findDistrict(deps);
  const token = newToken();
  const locale = state.languages[0] === 'cy' ? 'cy' : 'en';
  const link = `${publicUrl}${locale === 'cy' ? '/cy' : ''}/our/${token}`;
  await deps.db.transaction(async (tx) => {
    await stopLinkOf(tx, { assetId: id, accountId: viewer.accountId, now });
    await insertLink(tx, { assetId: id, tokenHash: hashOfToken(token), accountId: viewer.accountId, now, endsAt: linkEnd(now) });
    if (to === null) return;
    const name = locale === 'cy' ? (state.name_cy ?? state.name) : state.name;
    const letter = ownLinkLetter(locale, {
      reader: state.contact_name,
      name,
      from: viewer.name,
      link,
      place: (locale === 'cy' && place_cy) || place,
    });
    await queueMail(tx, { id: randomUUID(), to, ...letter }, { now, deleteOn: addDays(londonDate(now), letterDays) });
  });
  return to === null ? link : null;
}

/** It opens nothing any more, from now on. */
export async function stopOwnLink(deps: LinkDeps, viewer: SignedIn, assetId: string): Promise<void> {
  const { id } = await openToGive(deps, viewer, assetId);
  await stopLinkOf(deps.db, { assetId: id, accountId: viewer.accountId, now: deps.clock.now() });
}

/** Every link of an asset of the last year, newest first. */
export async function listOwnLinks(db: Queryable, assetId: string): Promise<OwnLinkTold[]> {
  const rows = await linksOfAsset(db, assetId);
  return rows.map(({ made_at, by, ends_at, used_on, stopped_at, stopped_by }) => ({
    at: made_at.toISOString(),
    by,
    endsOn: londonDate(ends_at),
    usedOn: used_on,
    stopped: stopped_at && { at: stopped_at.toISOString(), by: stopped_by },
  }));
}

async function openToGive(deps: LinkDeps, viewer: SignedIn, assetId: string): Promise<StandingAsset> {
  const standing = await openState(deps, viewer, assetId);
  await requireRight(deps, viewer, 'link.give', standing.state.area_id);
  return standing;
}

const cannotGive = ({ state }: Pick<StandingAsset, 'state'>): OwnLinkDesk['cannot'] =>
  holdsPrivate(state) ? 'private' : state.status === 'published' ? null : 'not-shown';
