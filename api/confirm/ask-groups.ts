import { randomUUID } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { findDistrict } from '../district/find-district.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate, londonInstant, weekdayOf } from '../time/london-time.ts';
import { type AskableRow, assetsOfContact, contactsToAsk, insertRequest, lastLettersTo, tryAskLock } from './ask-queries.ts';
import { type AskedAsset, confirmLetter } from './confirm-letter.ts';
import { lapsesAt, letterDue, type Stage } from './confirm-stage-rules.ts';
import { hashOfToken, newToken } from './confirm-token.ts';

type AskDeps = Pick<Deps, 'db' | 'clock'>;

/** Kind to people, and to mail servers that grow wary of a flood from a site that was quiet. */
const mostLettersAnHour = 25;
const askFrom = '10:00';
const askUntil = '16:00';

/** Longer than from a first letter to well after the end: whoever finds an old letter may still say yes. */
const linkDays = 240;
/** A letter that could not be sent for so long is not worth sending. */
const letterDays = 14;

/**
 * Writes to groups whose pages grow old: in office hours, one process at a time, one letter to one address about all of its. Each letter is
 * written in one transaction with the stages it stands for, so that nothing is asked twice or forgotten. Answers how many were written.
 */
export async function askGroups({ db, clock }: AskDeps, publicUrl: string, isStopped: () => boolean = () => false): Promise<number> {
  const now = clock.now();
  if (!isOfficeHour(now)) return 0;
  const { place, place_cy } = await findDistrict({ db });
  // This transaction holds the turn and nothing else until the end.
  return db.transaction(async (turn) => {
    if (!(await tryAskLock(turn))) return 0;
    let written = 0;
    for (const contact of await contactsToAsk(db, now)) {
      if (written >= mostLettersAnHour || isStopped()) break;
      const setting = { now, contact, publicUrl, places: { en: place, cy: place_cy ?? place } };
      if (await db.transaction((tx) => askContact(tx, setting))) written += 1;
    }
    return written;
  });
}

function isOfficeHour(now: Date): boolean {
  const today = londonDate(now);
  const weekday = weekdayOf(today);
  if (weekday === 'saturday' || weekday === 'sunday') return false;
  return now >= londonInstant(today, askFrom) && now < londonInstant(today, askUntil);
}

interface AskSetting {
  now: Date;
  contact: string;
  publicUrl: string;
  places: { en: string; cy: string };
}

async function askContact(tx: Queryable, { now, contact, publicUrl, places }: AskSetting): Promise<boolean> {
  const due = letterDue(await assetsOfContact(tx, now, contact), await lastLettersTo(tx, contact), now);
  const [first] = due;
  if (!first) return false;
  const letterId = randomUUID();
  const locale = first.asset.languages[0] === 'cy' ? 'cy' : 'en';
  const until = addDays(londonDate(now), linkDays);
  const assets: AskedAsset[] = [];
  for (const { asset, stage } of due) {
    const token = newToken();
    const expiresAt = londonInstant(until, '23:59');
    await insertRequest(tx, { assetId: asset.id, letterId, stage, tokenHash: hashOfToken(token), contact, madeAt: now, expiresAt });
    assets.push(sayAsset(asset, { stage, locale, link: `${publicUrl}${locale === 'cy' ? '/cy' : ''}/confirm/${token}` }));
  }
  const letter = confirmLetter({ locale, reader: first.asset.contact_name, place: places[locale], assets, until });
  await queueMail(tx, { id: letterId, to: contact, ...letter }, { now, deleteOn: addDays(londonDate(now), letterDays) });
  return true;
}

function sayAsset(asset: AskableRow, { stage, locale, link }: { stage: Stage; locale: 'en' | 'cy'; link: string }): AskedAsset {
  const lapses = lapsesAt(asset) ?? asset.last_checked_at;
  return {
    name: locale === 'cy' ? (asset.name_cy ?? asset.name) : asset.name,
    stage,
    checkedOn: londonDate(asset.last_checked_at),
    goesOn: londonDate(lapses),
    link,
  };
}
