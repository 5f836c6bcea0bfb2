import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';

/**
 * What stands between us and a server: `none` passes everything on; `slow` keeps each answer for five seconds; `reset` cuts whoever asks;
 * `black hole` takes what is sent and never answers; the rest answer in the server's stead.
 */
export type Fault = 'none' | 'slow' | 'reset' | 'black hole' | keyof typeof canned;

const reply = (status: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const canned = {
  'status 500': reply('500 Internal Server Error', '{"message":"broken","code":"internal","type":"internal","link":""}'),
  'status 503': reply('503 Service Unavailable', 'upstream connect error'),
  'another schema': reply('200 OK', '{"hello":"world"}'),
  'no json': reply('200 OK', '<!doctype html><title>Welcome to nginx!</title>'),
  'empty answer': reply('200 OK', ''),
  'no answer': '',
} as const;

export interface FaultProxy {
  url: string;
  /** From now on, for open connections too. Where it says so, only for requests whose first line holds the words. */
  fail(fault: Fault, onlyFor?: string): void;
  /** Answers say the second where the server says the first; of the same length, so that no header lies. */
  pretend(from: string, to: string): void;
  /** First lines of what was asked, since the fault began. */
  asked(): string[];
  /** How many requests were sent with that bearer token, since the beginning. */
  sent(bearer: string): number;
  /** Cuts every connection, as a server does that is started anew. */
  cut(): void;
  close(): Promise<void>;
}

const slowMs = 5_000;

/** A TCP proxy that goes wrong when it is told to. Requests are told apart by their first line, which comes in one piece on loopback. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let [fault, onlyFor]: [Fault, string] = ['none', ''];
  let pretended: [string, string] | null = null;
  let asked: string[] = [];
  const bearers: string[] = [];

  const server = createServer((client) => {
    const upstream = dial(Number(port), hostname);
    let now: Fault = fault;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      const line = firstLine(chunk);
      if (line !== null) {
        asked.push(line);
        bearers.push(/^authorization: Bearer (\S+)/im.exec(chunk.toString('latin1'))?.[1] ?? '');
        now = line.includes(onlyFor) ? fault : 'none';
      }
      if (now === 'reset') client.resetAndDestroy();
      else if (now === 'none' || now === 'slow') upstream.write(line === null ? chunk : inPlainWords(chunk));
      else if (now === 'no answer') client.end();
      else if (now !== 'black hole' && line !== null) client.write(canned[now]);
    });
    upstream.on('data', (chunk) => {
      const said = pretended ? Buffer.from(chunk.toString('latin1').replaceAll(...pretended), 'latin1') : chunk;
      if (now === 'slow') setTimeout(() => client.write(said), slowMs).unref();
      else client.write(said);
    });
  });
  await listen(server, 0);
  const { port: ours } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${ours}`,
    fail(next, words = '') {
      [fault, onlyFor, asked] = [next, words, []];
    },
    pretend(from, to) {
      if (from.length !== to.length) throw new Error('the words must be of one length');
      pretended = [from, to];
    },
    asked: () => asked,
    sent: (bearer) => bearers.filter((each) => each === bearer).length,
    cut() {
      for (const socket of open) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const listen = (server: ReturnType<typeof createServer>, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

/** Compressed answers could not be changed. */
const inPlainWords = (chunk: Buffer) => Buffer.from(chunk.toString('latin1').replace(/\r\naccept-encoding: [^\r]*/i, ''), 'latin1');

function firstLine(chunk: Buffer): string | null {
  return /^(?:GET|POST|PUT|PATCH|DELETE) \S+ HTTP\/1\.1\r\n/.test(chunk.toString('latin1', 0, 2_000))
    ? (chunk.toString('latin1', 0, 2_000).split(' HTTP/1.1\r\n', 1)[0] ?? null)
    : null;
}
