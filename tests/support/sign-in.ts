import type { FastifyInstance } from 'fastify';
import type { BrowserContext } from 'playwright-core';
import { beginSession } from '../../api/accounts/begin-session.ts';
import { readSession } from '../../api/accounts/read-session.ts';
import { settleReadyAccounts } from '../../api/accounts/ready-accounts.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import type { Deps } from '../../api/deps.ts';
import { makeDeskFormToken } from '../../api/http/desk-form-token.ts';

/** The sample's own. Siân leads Abbey and Riverside, and stands in at Castle and Market; the builders build in Abbey and Riverside. */
const addresses = {
  steward: 'steward@example.org',
  coordinator: 'sian@example.org',
  builder: 'builder@example.org',
  'trusted-builder': 'trusted@example.org',
} as const;

export type Who = keyof typeof addresses;

export interface TestSession {
  viewer: SignedIn;
  /** Header for `inject`. */
  cookie: string;
  /** For a form of the desk. */
  formToken(): string;
  /** Signs a browser in. */
  signInBrowser(context: BrowserContext, address: string): Promise<void>;
}

/** Signs somebody of the sample in, as the letter's link does. `email`: another coordinator, or an account that the test made. */
export async function signIn({ deps }: { deps: Pick<Deps, 'db' | 'clock'> }, who: Who | { email: string }): Promise<TestSession> {
  const email = typeof who === 'string' ? addresses[who] : who.email;
  await settleReadyAccounts(deps.db, { config: { databaseUrl: null, smtpUrl: null, production: false }, isSample: true });
  const [account] = await deps.db.query<{ id: string }>('test-account', 'select id from accounts where email = $1::text', [email]);
  if (!account) throw new Error(`There is no account for ${email}.`);
  const { token } = await beginSession(deps.db, account.id, { now: deps.clock.now(), userAgent: 'Firefox/140.0 (Android)' });
  const session = await readSession(deps, token);
  if (!session) throw new Error(`${email} is not active.`);
  return {
    viewer: session.viewer,
    cookie: `desk=${token}`,
    formToken: () => makeDeskFormToken(token),
    signInBrowser: (context, address) =>
      context.addCookies([{ name: 'desk', value: token, url: address, httpOnly: true, sameSite: 'Lax' }]),
  };
}

type Field = string | string[];

/** A form of the desk, as a browser sends it. `accept: application/json` in `headers`: as a script does. */
export async function sendDeskForm(
  app: FastifyInstance,
  path: string,
  { by, fields = {}, headers = {} }: { by: TestSession; fields?: Record<string, Field>; headers?: Record<string, string> },
) {
  const pairs = Object.entries({ token: by.formToken(), ...fields }).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  return app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'accept-encoding': 'identity',
      cookie: by.cookie,
      ...headers,
    },
    payload: new URLSearchParams(pairs).toString(),
  });
}
