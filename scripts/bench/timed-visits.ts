import { Agent, request } from 'node:http';
import { madeAnew } from './made-anew.ts';

export interface Visit {
  text: string;
  ms: number;
}

export interface Visitor {
  get(address: string): Promise<Visit>;
  post(address: string, body: string, headers?: Record<string, string>): Promise<Visit>;
  leave(): void;
}

/** One reader on one connection that stays open; rejects for any answer but 200. `origin`: such as http://127.0.0.1:3000. */
export function visitor(origin: string): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const visit = (method: string, address: string, body?: string, headers: Record<string, string> = {}): Promise<Visit> =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const asking = request(`${origin}${address}`, { agent, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          response.statusCode === 200
            ? resolve({ text, ms: performance.now() - started })
            : reject(new Error(`${address} answered ${response.statusCode}: ${text}`)),
        );
      });
      // A resting connection may be closed by the other side just as it is used again; a browser asks once more, too.
      asking.on('error', (error) => (asking.reusedSocket ? visit(method, address, body, headers).then(resolve, reject) : reject(error)));
      asking.end(body);
    });
  return {
    get: (address) => visit('GET', address, undefined, madeAnew),
    post: (address, body, headers) => visit('POST', address, body, { 'content-type': 'application/json', ...headers }),
    leave: () => agent.destroy(),
  };
}
