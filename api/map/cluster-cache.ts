import { createKeptAnswers, type KeptAnswers } from '../search/kept-answers.ts';
import type { ClusterTree } from './make-clusters.ts';

/** Trees of points by filters. */
export type ClusterCache = KeptAnswers<ClusterTree>;

/** A tree of 100,000 points takes about 20 MB, one of a district under one. */
const mostTrees = 24;

export const createClusterCache = (): ClusterCache => createKeptAnswers(mostTrees);
