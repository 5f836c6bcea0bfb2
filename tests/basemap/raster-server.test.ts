import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { StartError } from '../../api/errors.ts';
import { openBasemapApp } from './basemap-app.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A tile server of another house; answers as it is told, and keeps what it was asked for. */
async function otherServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const picture = (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'image/png; charset=binary' }).end('picture');

describe('a base map of another server’s pictures', () => {
  it('is fetched by us, once for all readers', async () => {
    const other = await otherServer(picture);
    const app = await openBasemapApp(`${other.origin}/tiles/{z}/{x}/{y}{r}.png?key=k`, '© Map makers');
    expect((await app.inject('/basemap/style.json')).json()).toMatchObject({ kind: 'raster', credit: '© Map makers' });
    const answers = await Promise.all([
      app.inject('/basemap/5/3/2.img'),
      app.inject('/basemap/5/3/2.img'),
      app.inject('/basemap/5/3/2.img'),
    ]);
    expect(answers.map(({ statusCode, body, headers }) => [statusCode, body, headers['content-type']])).toEqual(
      Array(3).fill([200, 'picture', 'image/png']),
    );
    expect(other.asked).toEqual(['/tiles/5/3/2.png?key=k']);
  });

  it('never follows to another address', async () => {
    const elsewhere = await otherServer(picture);
    const other = await otherServer((_request, response) => response.writeHead(302, { location: `${elsewhere.origin}/0/0/0.png` }).end());
    const app = await openBasemapApp(`${other.origin}/{z}/{x}/{y}.png`);
    expect((await app.inject('/basemap/0/0/0.img')).statusCode).toBe(204);
    expect(elsewhere.asked).toEqual([]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['is not a picture', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<script>')],
    ['is a drawing that may hold script', (response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>')],
    ['is too large', (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(600 * 1024))],
    ['failed', (response) => response.writeHead(500, { 'content-type': 'image/png' }).end()],
    [
      'breaks off',
      (response) => response.writeHead(200, { 'content-type': 'image/png', 'content-length': 100 }).write('half', () => response.destroy()),
    ],
  ])('leaves a gap that is asked for again when an answer %s', async (_what, answer) => {
    const other = await otherServer((_request, response) => answer(response));
    const app = await openBasemapApp(`${other.origin}/{z}/{x}/{y}.png`);
    const first = await app.inject('/basemap/1/0/0.img');
    expect([first.statusCode, first.headers['cache-control']]).toEqual([204, 'no-store']);
    await app.inject('/basemap/1/0/0.img');
    expect(other.asked).toHaveLength(2);
  });

  it('asks for nothing that is no tile', async () => {
    const other = await otherServer(picture);
    const app = await openBasemapApp(`${other.origin}/{z}/{x}/{y}.png`);
    const addresses = [
      '1/2/0.img',
      '1/0/2.img',
      '99/0/0.img',
      '-1/0/0.img',
      '1/0/..%2f0.img',
      '1/a/0.img',
      '0x1/0/0.img',
      '1/0/0.json',
      '1/0/0.png',
      '1/0/1e0.img',
    ];
    for (const address of addresses) expect([address, (await app.inject(`/basemap/${address}`)).statusCode]).toEqual([address, 404]);
    expect(other.asked).toEqual([]);
  });

  it.each(['https://{x}.example.org/{z}/{y}.png', 'https://example.org/{z}/{x}.png', 'https:///{z}/{x}/{y}.png'])(
    'refuses the address %s at start',
    async (template) => {
      await expect(openBasemapApp(template)).rejects.toBeInstanceOf(StartError);
    },
  );
});
