import type { JudgedGroup, JudgedQuery } from './judged-queries.ts';

/** The slugs found for a query, best first. */
export type Ask = (query: JudgedQuery) => Promise<string[]>;

export interface RelevanceFigures {
  group: string;
  queries: number;
  /** 0 to 1: how near the first ten come to the best order there could be. */
  ndcg: number;
  /** 0 to 1: how many queries have at least one good answer among the first ten. */
  found: number;
}

/** How well one query was answered. */
export interface Marks {
  query: string;
  ndcg: number;
  isFound: boolean;
}

const firstPage = 10;
const goodGrade = 2;

/** One line a group, and one for all queries. */
export async function relevanceFigures(groups: JudgedGroup[], ask: Ask): Promise<RelevanceFigures[]> {
  const marked = [];
  for (const { name, queries } of groups) marked.push({ name, marks: await markQueries(queries, ask) });
  const all = { name: 'all', marks: marked.flatMap(({ marks }) => marks) };
  return [...marked, all].map(({ name, marks }) => ({
    group: name,
    queries: marks.length,
    ndcg: mean(marks.map(({ ndcg }) => ndcg)),
    found: mean(marks.map(({ isFound }) => (isFound ? 1 : 0))),
  }));
}

export async function markQueries(queries: JudgedQuery[], ask: Ask): Promise<Marks[]> {
  const marks = [];
  for (const query of queries) marks.push(mark(query, await ask(query)));
  return marks;
}

/** Where nothing is an answer, finding nothing is the right one. */
function mark({ query, grades }: JudgedQuery, slugs: string[]): Marks {
  const found = slugs.slice(0, firstPage);
  if (grades.size === 0) return { query, ndcg: found.length === 0 ? 1 : 0, isFound: found.length === 0 };
  const best = [...grades.values()].sort((one, other) => other - one).slice(0, firstPage);
  const reached = found.map((slug) => grades.get(slug) ?? 0);
  return { query, ndcg: gain(reached) / gain(best), isFound: reached.some((grade) => grade >= goodGrade) };
}

/** Discounted cumulative gain with the usual gain of 2^grade - 1 (Burges et al. 2005). */
const gain = (grades: number[]) => grades.reduce((sum, grade, position) => sum + (2 ** grade - 1) / Math.log2(position + 2), 0);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
