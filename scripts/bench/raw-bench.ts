import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import { inProject } from '../../api/project-root.ts';
import { type Figure, percentile } from './figures.ts';

const plainAnswer = '/bench/plain-answer';
const rounds = 7;
/** As many as make the one question before each kept answer, whether it still holds, a question for all of them. */
const load = { connections: 64, forMs: 1_000 };
const whyJsonMisses =
  'by a profile sending is 41 % of our time, writing by the schema 15 %, hashing 5 kB for the ETag 14 %, the rest headers and hooks; tried: hashing in one go, other hashes of Node’s own, none of them faster';
const whyKeptMisses =
  'PostgreSQL is asked before each whether anything changed since, one question for all who come at once; the rest is sending';

/** Some 5 kB of what an answer is made of. */
const answer = {
  items: Array.from({ length: 20 }, (_, at) => ({
    slug: `listing-${at}`,
    name: `Oakham Green Knitting and Natter Circle ${at}`,
    summary: 'Bring what you are making, or nothing: there are needles, wool, a kettle and a chair for you every Tuesday from ten.',
    distance_metres: 120 * at,
    free: at % 2 === 0,
    topics: ['company', 'make'],
  })),
  total: 20,
};

/** Goes through every hook of production, and does nothing but answer. */
export function addPlainAnswer(app: FastifyInstance): void {
  const text = { type: 'string' } as const;
  const item = {
    type: 'object',
    properties: {
      ...{ slug: text, name: text, summary: text },
      ...{ distance_metres: { type: 'integer' }, free: { type: 'boolean' }, topics: { type: 'array', items: text } },
    },
  };
  const schema = { type: 'object', properties: { items: { type: 'array', items: item }, total: { type: 'integer' } } };
  app.get(plainAnswer, { schema: { response: { 200: schema }, hide: true } }, async () => answer);
}

/** Answers a second beside a server of Node's own that stringifies the same 5 kB; each asked in turn, for a second at a time. */
export async function benchRaw(port: number, named: string, near: string): Promise<Figure[]> {
  const raw = createServer((_, response) => {
    const body = JSON.stringify(answer);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  const worker = new Worker(inProject('scripts', 'bench', 'http-load.mjs'));
  try {
    const [lat = 0, lng = 0] = near.split(',').map(Number);
    const clusters = `/api/v1/map/clusters?bbox=${[lng - 0.05, lat - 0.03, lng + 0.05, lat + 0.03].map((side) => side.toFixed(4)).join()}&zoom=13`;
    const asked: [what: string, budget: number, ask: Asking][] = [
      ['JSON of 5 kB with every hook', 0.8, { port, address: plainAnswer }],
      ['map clusters, compressed', 1.8, { port, address: clusters, headers: br }],
      ['map clusters that the reader has', 1.8, { port, address: clusters, headers: { ...br, ...(await knownBy(port, clusters)) } }],
      ['the first page, compressed', 1.8, { port, address: '/', headers: br }],
      ['the first page that the reader has', 1.8, { port, address: '/', headers: { ...br, ...(await knownBy(port, '/')) } }],
    ];
    const ratios = asked.map((): number[] => []);
    const rawPort = (raw.address() as AddressInfo).port;
    for (let round = 0; round < rounds; round += 1)
      for (const [at, [, , ask]] of asked.entries()) {
        const beside = await answersASecond(worker, { port: rawPort, address: '/' });
        const ours = await answersASecond(worker, ask);
        if (round > 0) ratios[at]?.push(ours / beside);
      }
    return asked.map(([what, budget], at) => ({
      whyMissed: budget > 1 ? whyKeptMisses : whyJsonMisses,
      what: `${named}: ${what}, beside raw node:http`,
      figure: percentile(ratios[at] ?? [], 0.5),
      budget,
      unit: '×',
      atLeast: true,
    }));
  } finally {
    await worker.terminate();
    raw.closeAllConnections();
    raw.close();
  }
}

interface Asking {
  port: number;
  address: string;
  headers?: Record<string, string>;
}

const br = { 'accept-encoding': 'br' };

/** What a reader sends who has the answer already. */
async function knownBy(port: number, address: string): Promise<Record<string, string>> {
  const etag = (await fetch(`http://127.0.0.1:${port}${address}`, { headers: br })).headers.get('etag');
  return etag ? { 'if-none-match': etag } : {};
}

function answersASecond(worker: Worker, { port, address, headers = {} }: Asking): Promise<number> {
  const lines = [
    `GET ${address} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (count: number) => {
      worker.off('error', reject);
      resolve(count);
    });
    worker.postMessage({ port, request: `${lines.join('\r\n')}\r\n\r\n`, ...load });
  });
}
