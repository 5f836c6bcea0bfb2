import type { Deps } from '../../api/deps.ts';
import { inProject } from '../../api/project-root.ts';
import { type JudgedGroup, readJudgedQueries } from '../../api/search/relevance/judged-queries.ts';
import { listTopicsBySlug } from '../../api/search/relevance/listing-queries.ts';
import { createTestDeps } from '../support/test-deps.ts';

export interface JudgedSample {
  deps: Deps;
  groups: JudgedGroup[];
  close(): Promise<void>;
}

/** The sample district at TEST_NOW, and the queries judged over it. Call `close` when done. */
export async function openJudgedSample(): Promise<JudgedSample> {
  const deps = await createTestDeps('sample');
  const groups = readJudgedQueries(inProject('tests', 'relevance', 'judged'), await listTopicsBySlug(deps.db));
  return { deps, groups, close: () => deps.close() };
}
