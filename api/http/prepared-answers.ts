import { LRUCache } from 'lru-cache';

/** What an answer rests on beside its address. Bytes made under one standing are sent under no other. */
export interface Standing {
  /** The directory's version, as asked before anything was read. */
  version: number;
  /** Everything that the clock changes changes on whole minutes, midnight among them. */
  minute: number;
  /** Of the index in this process's memory, which takes in very many changes a moment later. */
  index: number;
  /** What words mean: another object once it was set otherwise. */
  words: object;
  /** How often the search was away so far: what it left out or had to say of that is not kept. */
  failures: number;
}

export interface PreparedAnswer<Request> {
  etag: string;
  /** Name, value, name, value: as `writeHead` takes them fastest. */
  headers: string[];
  headersUnchanged: string[];
  /** A sign a byte (Latin-1): Node sends head and body of such a text in one go, which halves the cost of sending. */
  body: string;
  /** What is counted each time. */
  works: ((request: Request) => void)[];
}

export interface PreparedAnswers<Request> {
  find(key: string, standing: Standing): PreparedAnswer<Request> | undefined;
  keep(key: string, standing: Standing, answer: PreparedAnswer<Request>): void;
  /** All, if what they rest on is no longer so: also where nobody asks for anything any more. */
  forget(isPast: (held: Standing) => boolean): void;
  /** Of everything held, about. */
  bytes(): number;
}

const aroundBytes = 1_500;

/** Bytes of answers, all of one standing: with the next, all are forgotten. Of more than fits, what was asked for longest ago goes. */
export function createPreparedAnswers<Request>(mostBytes: number): PreparedAnswers<Request> {
  const answers = new LRUCache<string, PreparedAnswer<Request>>({
    maxSize: mostBytes,
    maxEntrySize: Math.floor(mostBytes / 20),
    sizeCalculation: ({ body }, key) => body.length + 2 * key.length + aroundBytes,
  });
  let held: Standing | null = null;
  return {
    find(key, standing) {
      if (held !== null && isSame(held, standing)) return answers.get(key);
      answers.clear();
      held = standing;
      return undefined;
    },
    keep(key, standing, answer) {
      if (held !== null && isSame(held, standing)) answers.set(key, answer);
    },
    forget(isPast) {
      if (held !== null && isPast(held)) answers.clear();
    },
    bytes: () => answers.calculatedSize,
  };
}

export const isSame = (one: Standing, other: Standing): boolean =>
  one.version === other.version &&
  one.minute === other.minute &&
  one.index === other.index &&
  one.words === other.words &&
  one.failures === other.failures;
