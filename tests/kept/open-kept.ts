import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { createTestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

/** The sample on a clock that can be moved, and a way to tell whether an answer was made anew. */
export async function openKept(env: Record<string, string> = {}) {
  const clock = movingClock();
  const test = await createTestApp('sample', env, { clock });
  const query = <Row extends object>(text: string, values: unknown[] = []) =>
    test.deps.db.query<Row>(createHash('sha1').update(text).digest('hex'), text, values);
  const get = (url: string, headers: Record<string, string> = {}) =>
    test.app.inject({ url, headers: { 'accept-encoding': 'br', 'user-agent': 'Mozilla/5.0 (Android) Firefox/140.0', ...headers } });
  /** As a reader sees it. */
  async function read(url: string, headers?: Record<string, string>): Promise<string> {
    const { statusCode, headers: sent, rawPayload } = await get(url, headers);
    if (statusCode !== 200) return `answered ${statusCode}`;
    return String(sent['content-encoding'] === 'br' ? brotliDecompressSync(rawPayload) : rawPayload);
  }
  /** So that nothing hears of it: whoever still reads the old name reads kept bytes. */
  const renameUnheard = (slug: string, name: string) =>
    test.deps.db.transaction(async (tx) => {
      await tx.query('test-unheard', 'set local session_replication_role = replica');
      await tx.query('test-rename', 'update assets set name = $2::text where slug = $1::text', [slug, name]);
    });
  return {
    test,
    clock,
    query,
    get,
    read,
    renameUnheard,
    /**
     * Whether answers are sent again as they were made, though what they show is no longer so. To be asked until it is: what the program itself
     * does after its start is a change like any other.
     */
    async sendsAgain(...urls: string[]): Promise<boolean> {
      const before = await Promise.all(urls.map((url) => read(url)));
      await renameUnheard('mend-and-natter', `Not heard of ${Math.random()}`);
      const after = await Promise.all(urls.map((url) => read(url)));
      await renameUnheard('mend-and-natter', 'Mend and Natter');
      return after.every((answer, at) => answer === before[at]);
    },
  };
}

export type Kept = Awaited<ReturnType<typeof openKept>>;
