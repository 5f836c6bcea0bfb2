import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface Slow {
  path: string;
  headers?: Record<string, string>;
  body: Uint8Array;
  /** Of the body; what is left is never sent. */
  pieces: number;
  everyMs: number;
  /** How many pieces there would be. */
  of?: number;
}

/** Sends a form over a slow line, piece by piece; answers what came back until the other side closed, or fell silent after its answer. */
export async function sendSlowly(app: FastifyInstance, { path, headers = {}, body, pieces, everyMs, of = pieces }: Slow): Promise<string> {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  const closed = new Promise<void>((resolve) => {
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  const head = { host: `127.0.0.1:${port}`, connection: 'close', 'content-length': String(body.length), ...headers };
  socket.write(
    `POST ${path} HTTP/1.1\r\n${Object.entries(head)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  const size = Math.ceil(body.length / of);
  for (let at = 0; at < pieces && !socket.destroyed; at++) {
    socket.write(body.subarray(at * size, (at + 1) * size));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await closed;
  return heard;
}
