import { randomBytes } from 'node:crypto';

const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key = null } = process.env;

/** A place on a Meilisearch: index names of its own, so that test files may use one server side by side. */
export interface MeilisearchPlace {
  url: string;
  key: string | null;
  prefix: string;
  /** No verdict on the machine's speed: it may be shared by many. */
  timeLimitMs: number;
}

/** What a run says that has no real server. */
export const notTried = 'was NOT tried against a real Meilisearch: MEILI_TEST_URL and MEILI_TEST_KEY were not given';

/** Null: no server was given. */
export function realMeilisearch(): MeilisearchPlace | null {
  return url ? { url, key, prefix: `test-${randomBytes(6).toString('hex')}`, timeLimitMs: 60_000 } : null;
}

/** Takes its indexes and keys off the server. */
export async function clearPlace({ url, key, prefix }: Pick<MeilisearchPlace, 'url' | 'key' | 'prefix'>): Promise<void> {
  const ask = async (method: string, path: string) => {
    const response = await fetch(`${url}/${path}`, { method, headers: key === null ? {} : { authorization: `Bearer ${key}` } });
    return (await response.json().catch(() => null)) as { results?: { uid: string; indexes?: string[] }[] } | null;
  };
  for (const { uid } of (await ask('GET', 'indexes?limit=1000'))?.results ?? [])
    if (uid.startsWith(`${prefix}-`)) await ask('DELETE', `indexes/${uid}`);
  for (const { uid, indexes } of (await ask('GET', 'keys?limit=1000'))?.results ?? [])
    if (indexes?.every((index) => index === `${prefix}-*`)) await ask('DELETE', `keys/${uid}`);
}
