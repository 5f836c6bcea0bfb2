import type { Problem } from './contract/problem.ts';

/** A field that was not understood, and the fix. */
export interface FieldError {
  field: string;
  detail: string;
}

/** Base of the few errors that use cases throw: a stable code and a text that is safe to show. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

export const notFound = (detail: string) => new DomainError('not-found', detail);
/** It was here, and its time is up. */
export const gone = (detail: string) => new DomainError('gone', detail);
export const badRequest = (fields: FieldError[]) =>
  new DomainError('bad-request', fields.map((error) => `${error.field}: ${error.detail}`).join('; '), fields);

/** Nobody is signed in, where somebody must be. */
export const signedOut = () => new DomainError('signed-out', 'Please sign in first: this is for those who keep the directory.');
/** Signed in, but this is for somebody else to do. */
export const notYours = () =>
  new DomainError('not-yours', 'This is not in your patch, so nothing was done. A steward can change who looks after which area.');

/** It was found to be another thing, which stands at the same address with another short name. */
export class MovedTo extends DomainError {
  readonly from: string;
  readonly to: string;
  constructor({ from, to }: { from: string; to: string }) {
    super('moved', 'This was found to be the same as something else, and lives there now.');
    this.from = from;
    this.to = to;
  }
}

/** What was asked for by a topic that went into another: the same address with that one. */
export class TopicJoined extends DomainError {
  readonly into: Record<string, string>;
  constructor(into: Record<string, string>) {
    super('moved', 'This topic went into another one.');
    this.into = into;
  }

  leadOn(address: string): string {
    const { pathname, searchParams, search } = new URL(address, 'http://here');
    const topics = searchParams.getAll('topic').flatMap((topic) => topic.split(','));
    searchParams.delete('topic');
    for (const topic of new Set(topics.map((slug) => this.into[slug] ?? slug))) searchParams.append('topic', topic);
    return search === '' ? address : `${pathname}?${searchParams}`;
  }
}

/** Somebody else saved it since the edit began: what stands now, and what was to be saved, so that nobody loses their words. */
export class EditedMeanwhile<Standing, State> extends DomainError {
  readonly theirs: Standing;
  readonly yours: State;
  constructor({ theirs, yours }: { theirs: Standing; yours: State }) {
    super('edited-meanwhile', 'Somebody else changed this while you were writing. Nothing of yours is lost; please look at both.');
    this.theirs = theirs;
    this.yours = yours;
  }
}

/** The search index cannot answer; the use case falls back to the embedded one. */
export class SearchUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'SearchUnavailable';
  }
}

/** The index is there but would not take this one query: others may still be asked, so it never counts as an outage. */
export class SearchRefused extends SearchUnavailable {}

/** A setting, a folder or a port that stops the program from starting: one sentence, no stack. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

const problems = {
  moved: { status: 301, title: 'It lives elsewhere now' },
  'bad-request': { status: 400, title: 'Something in the request was not understood' },
  'signed-out': { status: 401, title: 'Not signed in' },
  'not-yours': { status: 403, title: 'Not in your patch' },
  'from-elsewhere': { status: 403, title: 'Not sent from this site' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'That cannot be done here' },
  'edited-meanwhile': { status: 409, title: 'Changed by somebody else meanwhile' },
  gone: { status: 410, title: 'Its time is up' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Not a form we can read' },
  'too-many': { status: 429, title: 'Too many at once' },
  busy: { status: 503, title: 'Very busy' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const;

export type ProblemCode = keyof typeof problems;

/** The one table from errors to what the reader sees; unknown errors give nothing away. */
export function toProblem(error: unknown, instance: string): Problem {
  const { code, detail, fields } = read(error);
  return {
    type: `/problems/${code}`,
    title: problems[code].title,
    status: problems[code].status,
    detail,
    instance,
    ...(error instanceof TopicJoined ? { location: error.leadOn(instance) } : {}),
    ...(error instanceof MovedTo ? { location: instance.replace(`/${error.from}`, `/${error.to}`) } : {}),
    ...(fields.length > 0 ? { errors: fields } : {}),
  };
}

function read(error: unknown): { code: ProblemCode; detail: string; fields: FieldError[] } {
  if (error instanceof DomainError) return { code: error.code, detail: error.message, fields: error.fields };
  const status = statusOf(error);
  if (status === 401) return read(signedOut());
  if (status === 403)
    return {
      code: 'from-elsewhere',
      detail: 'This came from another site, so nothing was done. Please open the page here and try again.',
      fields: [],
    };
  if (status === 404)
    return { code: 'not-found', detail: 'There is nothing at this address. It may have closed or moved; try a search.', fields: [] };
  if (status === 503) return { code: 'busy', detail: 'Many people are looking just now. Please try again in a moment.', fields: [] };
  if (status === 429)
    return { code: 'too-many', detail: 'That was a lot in a short time. Please wait a minute and try again.', fields: [] };
  if (status === 413) return { code: 'too-large', detail: 'What you sent is larger than we take. Please send less.', fields: [] };
  if (status === 415) return { code: 'unsupported-media-type', detail: 'Please send a form or JSON.', fields: [] };
  if (status >= 400 && status < 500)
    return { code: 'bad-request', detail: 'The request could not be read. Please check the address.', fields: [] };
  return { code: 'internal', detail: 'We have noted it. Please try again in a moment.', fields: [] };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}
