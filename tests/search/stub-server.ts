import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubServer {
  url: string;
  /** `POST /multi-search`, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** A tiny HTTP server in Meilisearch's place, for what a healthy one never does. `answer` gets `METHOD /path` and the body. */
export async function startStubServer(answer: (request: string, body: string, reply: Reply) => void): Promise<StubServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = `${request.method} ${request.url}`;
    requests.push(asked);
    answer(asked, body, replyTo(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Reply {
  json(status: number, body: object): void;
}

const replyTo = (response: ServerResponse): Reply => ({
  json(status, body) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  },
});
