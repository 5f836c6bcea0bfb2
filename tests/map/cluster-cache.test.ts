import { expect, it } from 'vitest';
import { createClusterCache } from '../../api/map/cluster-cache.ts';
import { makeClusters } from '../../api/map/make-clusters.ts';

const tree = makeClusters([]);

it('a tree is made once for a version, and anew for the next', async () => {
  const cache = createClusterCache();
  let made = 0;
  const make = async () => {
    made += 1;
    return tree;
  };
  await cache.get('all', '1', make);
  await cache.get('all', '1', make);
  expect(made).toBe(1);
  await cache.get('all', '2', make);
  expect(made).toBe(2);
});

it('a tree that fails late does not take away what came after it', async () => {
  const cache = createClusterCache();
  let fail: (reason: Error) => void = () => undefined;
  const failing = cache.get(
    'all',
    '1',
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  await cache.get('all', '2', async () => tree);
  fail(new Error('too late'));
  await expect(failing).rejects.toThrow('too late');
  let made = 0;
  await cache.get('all', '2', async () => {
    made += 1;
    return tree;
  });
  expect(made).toBe(0);
});
