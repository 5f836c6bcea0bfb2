import { dropEntry, type HeldEntry, heldEntries, holdEntry } from '../browser/walk-store.ts';
import { forgetWalkLists } from '../browser/walk-worker.ts';

/** How it stands with sending: all that could go has gone, or why it stopped. */
export type Sending = 'done' | 'no-signal' | 'signed-out';

/** Long enough for a photo over a poor line. */
const patienceMs = 60_000;
/** As long as a press can be taken back. */
const undoMs = 10 * 60_000;
/** What nobody comes back for goes. */
const heldMs = 30 * 86_400_000;

interface Ready {
  account: string;
  token: string;
}

/** Sends what waits, the oldest first, as whoever noted it and nobody else. What is refused stays, with why. */
export async function sendWaiting(page: string): Promise<Sending> {
  await forgetOld();
  const waiting = (await heldEntries()).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 'done';
  const ready = await askReady(page);
  if (typeof ready === 'string') return ready;
  for (const entry of waiting.filter(({ account }) => account === ready.account)) {
    const stopped = await sendOne(page, ready, entry);
    if (stopped) return stopped;
  }
  return 'done';
}

/** Null: it could not be asked. */
export async function undoSent(page: string, entry: HeldEntry): Promise<boolean> {
  const ready = await askReady(page);
  if (typeof ready === 'string' || ready.account !== entry.account) return false;
  const answer = await post(page, [...stamps(ready, entry), ['undo', entry.id]]);
  const said = answer?.ok ? await answer.json() : null;
  if (said?.undone) await dropEntry(entry.id);
  return said?.undone === true;
}

/** A form's token may be older than the session: a fresh one, and who that session is. */
async function askReady(page: string): Promise<Ready | Exclude<Sending, 'done'>> {
  const answer = await fetchInTime(page, { headers: { accept: 'application/json' } });
  if (answer?.status === 401) {
    await forgetWalkLists();
    return 'signed-out';
  }
  return answer?.ok ? answer.json() : 'no-signal';
}

async function sendOne(page: string, ready: Ready, entry: HeldEntry): Promise<Exclude<Sending, 'done'> | null> {
  const answer = await post(page, [...entry.fields, ...stamps(ready, entry)], entry.photo);
  if (answer?.status === 401) return 'signed-out';
  if (!answer || answer.status >= 500 || answer.status === 429) return 'no-signal';
  const said = answer.ok ? await answer.json().catch(() => null) : { refused: 'not-understood' };
  // An answer that broke off: asked again, the same is taken once.
  if (!said) return 'no-signal';
  // Taken out while it was on its way, it comes back as sent, for it can be undone.
  if (said.taken) await holdEntry({ ...entry, state: 'sent', sentAt: Date.now(), photo: null, withoutPhoto: said.withoutPhoto });
  else if (await isHeld(entry)) await holdEntry({ ...entry, state: 'refused', why: said.refused });
  return null;
}

const isHeld = async ({ id }: HeldEntry) => (await heldEntries()).some((entry) => entry.id === id);

const stamps = ({ token }: Ready, { id, account, notedAt }: HeldEntry): [string, string][] => [
  ['token', token],
  ['entry', id],
  ['account', account],
  ['noted', String(notedAt)],
  ['sent', String(Date.now())],
];

function post(page: string, fields: [string, string][], photo: Blob | null = null): Promise<Response | null> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  if (photo) body.append('photo', photo, 'photo.jpg');
  return fetchInTime(page, { method: 'POST', body, headers: { accept: 'application/json' } });
}

async function fetchInTime(address: string, options: RequestInit): Promise<Response | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    return await fetch(address, { ...options, redirect: 'manual', signal: stop.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function forgetOld(): Promise<void> {
  const now = Date.now();
  for (const { id, state, sentAt, notedAt } of await heldEntries())
    if (state === 'sent' ? now - (sentAt ?? 0) > undoMs : now - notedAt > heldMs) await dropEntry(id);
}
