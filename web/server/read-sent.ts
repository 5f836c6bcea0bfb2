import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeskSent } from './desk-page.ts';
import { Upload } from './read-upload.ts';

export type SentValues = Pick<DeskSent, 'typed' | 'all' | 'files' | 'upload'>;

/** Lets pages take forms with files. They are held in memory, so that a page's `bodyLimit` is what it costs. */
export function readFilesToo(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer<ArrayBuffer>) => {
    const type = request.headers['content-type'] ?? '';
    // The runtime's own reader of such forms; what it cannot read is the sender's fault.
    const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
      throw Object.assign(new Error('a form that cannot be read'), { statusCode: 400 });
    });
    const read = new Map<string, (SentFile | string)[]>();
    for (const [field, value] of form) {
      const before = read.get(field) ?? [];
      before.push(await toValue(field, value));
      read.set(field, before);
    }
    return Object.fromEntries(read);
  });
}

async function toValue(field: string, file: File | string): Promise<SentFile | string> {
  if (typeof file === 'string') return file;
  return new SentFile(field, file.name, file.type, new Uint8Array(await file.arrayBuffer()));
}

class SentFile {
  constructor(
    readonly field: string,
    readonly name: string,
    readonly type: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** A form's values as pages take them. A box that came twice is in `all` alone. */
export function sentIn(body: unknown): SentValues {
  const entries: [string, unknown[]][] = Object.entries(Object(body)).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : [value],
  ]);
  const texts = new Map(entries.map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]));
  return {
    typed: Object.fromEntries(
      [...texts].flatMap(([name, [value, ...more]]) => (value !== undefined && more.length === 0 ? [[name, value]] : [])),
    ),
    all: (name) => texts.get(name) ?? [],
    upload: entries.flatMap(([, values]) => values.filter((value) => value instanceof Upload))[0] ?? null,
    files: entries.flatMap(([, values]) => values.filter((value) => value instanceof SentFile)).filter(({ bytes }) => bytes.length > 0),
  };
}
