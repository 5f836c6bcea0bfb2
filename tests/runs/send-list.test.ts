import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { createTestConfig } from '../support/test-config.ts';

const megabyte = 1024 * 1024;
const { dataDir } = createTestConfig();
let test: TestApp;
let hana: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', { DATA_DIR: dataDir, LARGEST_IMPORT: '2' });
  hana = await signIn(test, 'steward');
  await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

const kept = () => readdirSync(join(dataDir, 'imports', 'sent')).sort();
const part = (name: string, value: string | Uint8Array, file?: string) =>
  Buffer.concat([
    Buffer.from(
      `--b0undary\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/csv`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
const formOf = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('--b0undary--\r\n')]);
const send = (payload: Buffer, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/desk/imports/new',
    headers: {
      'content-type': 'multipart/form-data; boundary=b0undary',
      'sec-fetch-site': 'same-origin',
      'accept-encoding': 'identity',
      cookie: hana.cookie,
      ...headers,
    },
    payload,
  });
/** Over a line, cut into pieces of so many bytes. */
async function sendInPieces(payload: Buffer, size: number, headers: Record<string, string> = {}): Promise<string> {
  const address = test.app.server.address();
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  const closed = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
  const head = {
    ...{
      host: 'localhost',
      connection: 'close',
      'content-type': 'multipart/form-data; boundary=b0undary',
      'sec-fetch-site': 'same-origin',
    },
    ...{ cookie: hana.cookie, 'transfer-encoding': 'chunked', ...headers },
  };
  socket.setNoDelay(true);
  socket.write(
    `POST /desk/imports/new HTTP/1.1\r\n${Object.entries(head)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  for (let at = 0; at < payload.length; at += size) {
    const piece = payload.subarray(at, at + size);
    if (socket.destroyed) break;
    socket.write(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!socket.destroyed) socket.write('0\r\n\r\n');
  await closed;
  return heard;
}
const runIn = (location: unknown) => /\/desk\/imports\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? '';
const token = () => part('token', hana.formToken());

describe('a list that is sent', () => {
  it('is kept as it came, wherever it is cut on the way', async () => {
    const text = `name,about\n${Array.from({ length: 40 }, (_, at) => `Ŵyth ${at},"A line\r\n--b0undar and more"`).join('\n')}\n`;
    for (const size of [1, 7, 64, 100_000]) {
      const heard = await sendInPieces(formOf(token(), part('file', text, 'wyth.csv')), size);
      expect(heard).toMatch(/^HTTP\/1\.1 303 /);
      expect(readFileSync(join(dataDir, 'imports', 'sent', `${runIn(heard)}.csv`), 'utf8')).toBe(text);
    }
  });

  it('is read whatever it was written as', async () => {
    const windows = Buffer.from('name,about\nCaf\u00e9,Open.\n', 'latin1');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('name,about\nCaf\u00e9,Open.\n', 'utf16le')]);
    for (const bytes of [windows, wide]) {
      const id = runIn((await send(formOf(token(), part('file', bytes, 'caf.csv')))).headers.location);
      expect(readFileSync(join(dataDir, 'imports', 'sent', `${id}.csv`), 'utf8')).toContain('Café,Open.');
    }
  });

  it('may be as large as the setting says, and is never held as a whole', async () => {
    const before = kept();
    const line = 'Kite Club,Everyone welcome.\n';
    const list = `name,about\n${line.repeat(Math.floor((1.9 * megabyte) / line.length))}`;
    expect((await send(formOf(token(), part('file', list, 'long.csv')))).statusCode).toBe(303);
    const tooLong = formOf(token(), part('file', list + list, 'longer.csv'));
    expect((await send(tooLong)).statusCode).toBe(413);
    // Nobody said how long it would be.
    expect(await sendInPieces(tooLong, 100_000)).toMatch(/^HTTP\/1\.1 413 /);
    expect(kept()).toHaveLength(before.length + 1);
    const page = await test.app.inject({ url: '/desk/imports/new', headers: { cookie: hana.cookie, 'accept-encoding': 'identity' } });
    expect(page.body).toContain('At most 2 MB, which is about 5,000 lines.');
  });

  it('leaves nothing where the form is none of ours, is no list, or breaks off', async () => {
    const before = kept();
    const list = `name,about\n${'Kite Club,Here.\n'.repeat(10_000)}`;
    expect((await send(formOf(part('token', 'wrong'), part('file', list, 'a.csv')))).statusCode).toBe(400);
    expect((await send(formOf(token(), part('file', list, 'a.csv')), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send(formOf(token()))).body).toContain('id="file-wrong"');
    expect((await send(formOf(token(), part('file', '', '')))).statusCode).toBe(400);
    expect((await send(Buffer.from('nonsense'))).statusCode).toBe(400);
    expect((await send(formOf(token(), part('file', list, 'a.csv')).subarray(0, 5_000))).statusCode).toBe(400);
    // Answered while it still comes, and all of it let through.
    const answer = await sendInPieces(formOf(token(), part('file', list, 'a.xlsx')), 10_000);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('id="file-wrong"');
    expect(kept()).toEqual(before);
  });
});
