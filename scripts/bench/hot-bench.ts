import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { readConfig } from '../../api/config.ts';
import { systemClock } from '../../api/deps.ts';
import { inProject } from '../../api/project-root.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { rebuildIndexes } from '../../api/search/rebuild-index.ts';
import { watchVocabulary } from '../../api/search/vocabulary.ts';
import { buildServer } from '../../api/server.ts';
import { type Figure, percentile } from './figures.ts';
import { insertSyntheticListings } from './synthetic-listings.ts';
import { withThrowawayDatabase } from './throwaway-database.ts';

const listings = 200;
const rounds = 7;
const roundSeconds = 1;
const wantedBytes = 5_000;
const run = promisify(execFile);

/** What many people ask for, from kept bytes, beside the barest server of Node that makes the same 5 kB of JSON each time, in turn. */
export function benchHot(say: (line: string) => void): Promise<Figure[]> {
  return withThrowawayDatabase(async ({ db, url }) => {
    const index = createEmbeddedIndex(db, watchVocabulary());
    await insertSyntheticListings(db, listings);
    await rebuildIndexes({ db, clock: systemClock, assetIndex: index, embeddedIndex: index });
    const app = await buildServer({ config: readConfig({ SAMPLE: 'no', LOG_LEVEL: 'error' }), databaseUrl: url });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { path, body } = await answerOf(portOf(app.server), wantedBytes);
    const raw = await listenRaw(JSON.parse(body));
    say(`Asking for ${body.length} bytes again and again…`);
    try {
      return [await besideRaw(32, { app: app.server, raw, path }), await besideRaw(128, { app: app.server, raw, path })];
    } finally {
      raw.close();
      await app.close();
    }
  });
}

/** By the processor's time for an answer, which other work on the machine disturbs least; each pair of rounds by itself. */
async function besideRaw(readers: number, { app, raw, path }: { app: Server; raw: Server; path: string }): Promise<Figure> {
  const spentOn = async (server: Server, asked: string) => {
    const args = [inProject('scripts', 'bench', 'ask-again.mjs'), String(portOf(server)), asked, String(readers), String(roundSeconds)];
    const before = process.cpuUsage();
    const answers = Number((await run(process.execPath, args)).stdout);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / answers;
  };
  // Once for the compiler, and for what a process does after its start.
  for (const [server, asked] of [[raw, '/'] as const, [app, path] as const]) await spentOn(server, asked);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) ratios.push((await spentOn(raw, '/')) / (await spentOn(app, path)));
  return {
    what: `hot answers beside raw node:http, ${readers} readers`,
    figure: percentile(ratios, 0.5),
    budget: 1.8,
    unit: '',
    atLeast: true,
  };
}

/** A page of the search as long as is wanted, or a little longer. */
async function answerOf(port: number, bytes: number): Promise<{ path: string; body: string }> {
  for (let length = 1; ; length += 1) {
    const path = `/api/v1/assets?per_page=${length}`;
    const body = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    if (body.length >= bytes || length === 50) return { path, body };
  }
}

async function listenRaw(data: unknown): Promise<Server> {
  const server = createServer((_request, response) => {
    const body = JSON.stringify(data);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
