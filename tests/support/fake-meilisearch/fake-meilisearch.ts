import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRoutes, type FakeState } from './fake-routes.ts';
import { createIndexStore } from './index-store.ts';
import { createKeyRing } from './key-ring.ts';
import { Refusal } from './refusal.ts';
import { createTaskQueue } from './task-queue.ts';

export interface FakeMeilisearch {
  url: string;
  key: string;
  state: FakeState;
  close(): Promise<void>;
}

const masterKey = 'the-master-key-of-a-fake';

/**
 * Meilisearch 1.50 as far as this project uses it, in this process: as strict as the real one in what it takes, and no quicker than it to
 * do what it has promised. What it says was taken down from the real server; the same suites run against both.
 */
export async function startFakeMeilisearch(): Promise<FakeMeilisearch> {
  const disk = { isFull: false };
  const state: FakeState = {
    version: '1.50.0',
    disk,
    store: createIndexStore(),
    tasks: createTaskQueue(disk),
    keys: createKeyRing(masterKey),
  };
  const answer = createRoutes(state);
  const server = createServer((request, response) => void take(request, response, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    key: masterKey,
    state,
    close: () =>
      new Promise((resolve) => {
        disk.isFull = false;
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function take(request: IncomingMessage, response: ServerResponse, answer: ReturnType<typeof createRoutes>): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  try {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const { status, body } = answer({
      method: request.method ?? 'GET',
      path: pathname,
      params: searchParams,
      bearer,
      body: read(parts, request),
    });
    say(status, body);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'internal', String(error));
    say(refusal.status, refusal.body());
  }
}

function read(parts: Buffer[], { headers }: IncomingMessage): unknown {
  const text = Buffer.concat(parts).toString();
  if (text === '') return undefined;
  if (!headers['content-type']?.startsWith('application/json'))
    throw new Refusal(415, 'invalid_content_type', 'The Content-Type is invalid. Accepted values are: `application/json`, …');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'malformed_payload', 'The json payload provided is malformed.');
  }
}
