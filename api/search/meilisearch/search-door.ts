import { channel } from 'node:diagnostics_channel';
import { Agent, type ClientRequest, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { MeilisearchApiError, MeilisearchError } from 'meilisearch';

export interface Question {
  path: string;
  body: unknown;
  key: string | null;
  signal: AbortSignal;
}

/** Answers what comes back; rejects with what the client of Meilisearch would. */
export type SearchDoor = (question: Question) => Promise<unknown>;

/** Whoever measures listens here to what is asked. */
export const askedOfMeilisearch = channel('open-door:meilisearch');

/** More at once would wait over there. */
const mostAtOnce = 64;

/**
 * The way of readers' searches: connections that stay open, and Node's own request. The client's `fetch` takes twice as long over each, which
 * with a quick index is as much as everything else that we do.
 */
export function openSearchDoor(url: string): SearchDoor {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const isSecure = base.protocol === 'https:';
  const options = { keepAlive: true, maxSockets: mostAtOnce };
  const agent = isSecure ? new SecureAgent(options) : new Agent(options);
  const ask = isSecure ? secureRequest : request;

  const send = ({ path, key, signal }: Question, body: string, isFirst = true): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const said = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const headers = key === null ? said : { ...said, authorization: `Bearer ${key}` };
      const asking: ClientRequest = ask(new URL(path, base), { method: 'POST', agent, signal, headers });
      const failed = (error: Error) => {
        // A resting connection may be closed by the other side just as it is used again.
        if (isFirst && asking.reusedSocket && !signal.aborted) send({ path, body, key, signal }, body, false).then(resolve, reject);
        else reject(signal.aborted ? signal.reason : new MeilisearchError('Meilisearch could not be asked.', { cause: error }));
      };
      asking.on('error', failed);
      asking.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', failed);
        answer.on('end', () => {
          try {
            resolve(read(answer.statusCode ?? 0, Buffer.concat(parts).toString()));
          } catch (error) {
            reject(error);
          }
        });
      });
      asking.end(body);
    });

  return (question) => {
    const body = JSON.stringify(question.body);
    if (askedOfMeilisearch.hasSubscribers) askedOfMeilisearch.publish({ path: question.path, body });
    return send(question, body);
  };
}

function read(status: number, text: string): unknown {
  if (status >= 200 && status < 300) return JSON.parse(text);
  throw new MeilisearchApiError(new Response(null, { status }), text === '' ? undefined : JSON.parse(text));
}
