import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { SignedIn } from '../contract/viewer.ts';
import type { WayIn } from '../contract/way-in.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { beginSession } from './begin-session.ts';
import { activateAccount } from './link-queries.ts';
import {
  deletePasskey,
  insertChallenge,
  insertPasskey,
  type PasskeyRow,
  passkeyById,
  passkeysOfAccount,
  takeChallenge,
  touchPasskey,
} from './passkey-queries.ts';
import { hashOf } from './secret-token.ts';

type PasskeyDeps = Pick<Deps, 'db' | 'clock'>;

/** A question to a passkey waits no longer for its answer. */
const patienceMs = 5 * 60_000;

/** What a browser is asked, to make a passkey for an account. `publicUrl`: where the site is, to which the passkey is bound. */
export async function offerPasskey({ db, clock }: PasskeyDeps, viewer: SignedIn, publicUrl: string): Promise<object> {
  const known = await passkeysOfAccount(db, viewer.accountId);
  const options = await generateRegistrationOptions({
    rpName: 'Open Door',
    rpID: new URL(publicUrl).hostname,
    userID: new TextEncoder().encode(viewer.accountId),
    userName: viewer.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await ask(db, options.challenge, { accountId: viewer.accountId, now: clock.now() });
  return options;
}

/** False: the browser's answer is none to a question of ours. */
export async function addPasskey(
  { db, clock }: PasskeyDeps,
  viewer: SignedIn,
  { answer, name, publicUrl }: { answer: string; name: string; publicUrl: string },
): Promise<boolean> {
  const now = clock.now();
  const response = readJson<RegistrationResponseJSON>(answer);
  if (response === null) return false;
  const made = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(db, { hash: hashOf(challenge), accountId: viewer.accountId, now }),
    expectedOrigin: publicUrl,
    expectedRPID: new URL(publicUrl).hostname,
    requireUserVerification: true,
  }).catch(() => null);
  if (!made?.verified) return false;
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  await insertPasskey(db, { id, accountId: viewer.accountId, name, publicKey, counter, transports, now });
  return true;
}

export async function removePasskey({ db }: PasskeyDeps, viewer: SignedIn, id: string): Promise<void> {
  await deletePasskey(db, viewer.accountId, id);
}

/** What a browser is asked, to sign in by any passkey of this site: who they are is in the answer. */
export async function askForPasskey({ db, clock }: PasskeyDeps, publicUrl: string): Promise<object> {
  const options = await generateAuthenticationOptions({ rpID: new URL(publicUrl).hostname, userVerification: 'required' });
  await ask(db, options.challenge, { accountId: null, now: clock.now() });
  return options;
}

/** Signs in by a passkey's answer; null: it is none that we know, or its account is suspended. */
export async function usePasskey(
  { db, clock }: PasskeyDeps,
  { answer, userAgent, publicUrl }: { answer: string; userAgent: string; publicUrl: string },
): Promise<WayIn | null> {
  const now = clock.now();
  const response = readJson<AuthenticationResponseJSON>(answer);
  const passkey = response && (await passkeyById(db, String(response.id)));
  if (!passkey) return null;
  const counter = await newCounter(db, passkey, { response, publicUrl, now });
  if (counter === null) return null;
  return db.transaction(async (tx) => {
    await touchPasskey(tx, passkey.id, { counter, now });
    const locale = await activateAccount(tx, passkey.account_id);
    return locale ? { locale, ...(await beginSession(tx, passkey.account_id, { now, userAgent })) } : null;
  });
}

/** Null: not signed by this passkey, for this site, just now. */
async function newCounter(
  db: Queryable,
  { id, public_key, counter }: PasskeyRow,
  { response, publicUrl, now }: { response: AuthenticationResponseJSON; publicUrl: string; now: Date },
): Promise<number | null> {
  const judged = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(db, { hash: hashOf(challenge), accountId: null, now }),
    expectedOrigin: publicUrl,
    expectedRPID: new URL(publicUrl).hostname,
    credential: { id, publicKey: new Uint8Array(public_key), counter },
    requireUserVerification: true,
  }).catch(() => null);
  return judged?.verified ? judged.authenticationInfo.newCounter : null;
}

const ask = (db: Queryable, challenge: string, { accountId, now }: { accountId: string | null; now: Date }) =>
  insertChallenge(db, { hash: hashOf(challenge), accountId, expiresAt: new Date(now.getTime() + patienceMs) });

/** What it holds is judged by whoever takes it. */
function readJson<Shape extends object>(text: string): Shape | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Shape) : null;
  } catch {
    return null;
  }
}
