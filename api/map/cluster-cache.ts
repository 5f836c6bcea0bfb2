import type { ClusterTree } from './make-clusters.ts';

/** Trees of points by filters, each good until the next change of the directory. */
export interface ClusterCache {
  get(key: string, version: string, make: () => Promise<ClusterTree>): Promise<ClusterTree>;
}

/** A tree of 100,000 points takes about 20 MB, one of a district under one; the least used goes first. */
const mostTrees = 24;

export function createClusterCache(): ClusterCache {
  const trees = new Map<string, { version: string; tree: Promise<ClusterTree> }>();
  return {
    get(key, version, make) {
      const kept = trees.get(key);
      trees.delete(key);
      const entry = kept?.version === version ? kept : { version, tree: make() };
      trees.set(key, entry);
      // A later change may have put another tree in its place.
      entry.tree.catch(() => {
        if (trees.get(key) === entry) trees.delete(key);
      });
      for (const oldest of trees.keys()) {
        if (trees.size <= mostTrees) break;
        trees.delete(oldest);
      }
      return entry.tree;
    },
  };
}
