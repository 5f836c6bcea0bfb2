import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** What someone may type, and which listings would be a great (3), good (2) or fair (1) answer; all others are none. */
export interface JudgedQuery {
  query: string;
  near: string | undefined;
  grades: ReadonlyMap<string, number>;
}

/** Queries of one sort; named as its file. */
export interface JudgedGroup {
  name: string;
  queries: JudgedQuery[];
}

export type TopicsOf = ReadonlyMap<string, readonly string[]>;

/** Grade of each word. Where two name a listing, the better counts. */
const gradeOf = { great: 3, good: 2, fair: 1 } as const;

/** Slugs parted by blanks; `topic:company` stands for every asset with that topic. `as`: the same answers as another query. */
const Judged = z.strictObject({
  query: z.string().min(1),
  near: z.string().optional(),
  as: z.string().optional(),
  great: z.string().optional(),
  good: z.string().optional(),
  fair: z.string().optional(),
});
type Judged = z.infer<typeof Judged>;

/** Every file of a folder, a group each. `topicsOf` knows the topics of every asset by slug. */
export function readJudgedQueries(folder: string, topicsOf: TopicsOf): JudgedGroup[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const groups = files.sort().map((file) => ({
    name: basename(file, '.json').replaceAll('-', ' '),
    judged: z.array(Judged).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  }));
  const byQuery = new Map(groups.flatMap(({ judged }) => judged).map((entry) => [entry.query, entry]));
  return groups.map(({ name, judged }) => ({
    name,
    queries: judged.map((entry) => ({ query: entry.query, near: entry.near, grades: gradesOf(answersOf(entry, byQuery), topicsOf) })),
  }));
}

function answersOf(entry: Judged, byQuery: ReadonlyMap<string, Judged>): Judged {
  if (entry.as === undefined) return entry;
  const other = byQuery.get(entry.as);
  if (!other || other.as !== undefined) throw new Error(`“${entry.query}” is judged as “${entry.as}”, which has no answers of its own`);
  return other;
}

function gradesOf(entry: Judged, topicsOf: TopicsOf): Map<string, number> {
  const grades = new Map<string, number>();
  for (const word of ['great', 'good', 'fair'] as const) {
    for (const name of entry[word]?.split(' ') ?? []) {
      for (const slug of slugsOf(name, topicsOf)) if (!grades.has(slug)) grades.set(slug, gradeOf[word]);
    }
  }
  return grades;
}

function slugsOf(name: string, topicsOf: TopicsOf): string[] {
  if (!name.startsWith('topic:')) return [name];
  return [...topicsOf].filter(([, topics]) => topics.includes(name.slice('topic:'.length))).map(([slug]) => slug);
}
