import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A file of a form that is still coming in: read it once, to its end. */
export class Upload {
  constructor(
    readonly field: string,
    readonly name: string,
    /** Rejects with 413 for more than the route takes, with 400 when the sender has gone. */
    readonly chunks: AsyncIterable<Uint8Array>,
    /** Lets pass what nobody has read: an answer given while the sender is still sending may never be seen. */
    readonly release: () => Promise<void>,
  ) {}
}

/**
 * Lets the routes of this part take a form whose last box is a file, as it comes in: the boxes before it are read, its bytes pass through whoever
 * reads them, and memory holds no more than a piece. So what it costs does not grow with the file, and nothing is kept before the form was judged.
 */
export function readFileAsItComes(app: FastifyInstance): void {
  app.removeContentTypeParser('multipart/form-data');
  app.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, body: Readable) => {
    const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers['content-type'] ?? '');
    const most = request.routeOptions.bodyLimit ?? 0;
    if (Number(request.headers['content-length'] ?? 0) > most) throw refusal(413);
    return readForm(atMost(body, most), boundary?.[1] ?? boundary?.[2] ?? '');
  });
}

const longestHead = 8 * 1024;
const longestText = 64 * 1024;

async function readForm(body: AsyncGenerator<Buffer>, boundary: string): Promise<Record<string, string | Upload>> {
  if (boundary === '') throw refusal(400);
  const pieces = readPieces(body);
  const end = `\r\n--${boundary}`;
  const read: Record<string, string | Upload> = Object.create(null);
  await pieces.until(end, longestHead);
  while ((await pieces.take(2)) === '\r\n') {
    const { field, file } = readHead((await pieces.until('\r\n\r\n', longestHead)).toString('utf8'));
    if (file) {
      read[field] = new Upload(field, file, pieces.upTo(end), () => letPass(body));
      return read;
    }
    // A box for a file that stayed empty is left out.
    const text = (await pieces.until(end, longestText)).toString('utf8');
    if (file === null) read[field] = text;
  }
  return read;
}

/** `file`: its name, empty where none was chosen; null: no box for files. */
function readHead(head: string): { field: string; file: string | null } {
  const said = (name: string) => new RegExp(`^content-disposition:[^\\r\\n]*;\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(head)?.[1] ?? null;
  const field = said('name');
  if (field === null) throw refusal(400);
  return { field, file: said('filename')?.replace(/%22/g, '"') ?? null };
}

/** The body by its marks, however it is cut. */
function readPieces(source: AsyncGenerator<Buffer>) {
  // The first mark lacks the line end that all others have.
  let held: Buffer = Buffer.from('\r\n');
  const more = async () => {
    const { value, done } = await source.next();
    if (done) throw refusal(400);
    held = Buffer.concat([held, value]);
  };
  const cut = (at: number, skip = 0) => {
    const piece = held.subarray(0, at);
    held = held.subarray(at + skip);
    return piece;
  };
  return {
    async take(count: number): Promise<string> {
      while (held.length < count) await more();
      return cut(count).toString('latin1');
    },
    async until(mark: string, most: number): Promise<Buffer> {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) return cut(at, mark.length);
        if (held.length > most) throw refusal(400);
        await more();
      }
    },
    async *upTo(mark: string): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) return yield cut(at, mark.length);
        // The mark may have come in half.
        if (held.length >= mark.length) yield cut(held.length - mark.length + 1);
        await more();
      }
    },
  };
}

/** Ending early leaves the connection as it is, so that an answer can be given; of what is somewhat too long the rest is let pass first. */
async function* atMost(body: Readable, most: number): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      length += piece.length;
      if (length > 2 * most) break;
      if (length <= most) yield piece;
    }
  } catch {
    throw refusal(400);
  }
  if (length > most) throw refusal(413);
}

async function letPass(body: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const _ of body);
  } catch {
    // It was too long, or the sender has gone.
  }
}

const refusal = (statusCode: 400 | 413) => Object.assign(new Error('a form that cannot be read'), { statusCode });
