import type { ListingTable } from './listing-table.ts';

export interface TopList {
  offer(number: number, key: number): void;
  /** Ids, the lowest key first. */
  best(): string[];
}

/** Keeps the `most` listings with the lowest keys, in a heap whose root is the first to give way. */
export function createTopList(most: number, table: ListingTable): TopList {
  const heap: { number: number; key: number }[] = [];

  function isAfter(a: { number: number; key: number }, b: { number: number; key: number }): boolean {
    if (a.key !== b.key) return a.key > b.key;
    const [left, right] = [table.at(a.number), table.at(b.number)];
    if (!left || !right) return false;
    if (left.nameSort !== right.nameSort) return left.nameSort > right.nameSort;
    return left.id > right.id;
  }

  function swap(a: number, b: number): void {
    const [left, right] = [heap[a], heap[b]];
    if (left && right) [heap[a], heap[b]] = [right, left];
  }

  function isAfterAt(a: number, b: number): boolean {
    const [left, right] = [heap[a], heap[b]];
    return left !== undefined && right !== undefined && isAfter(left, right);
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isAfterAt(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (isAfterAt(child, last)) last = child;
      if (last === at) return;
      swap(at, last);
      at = last;
    }
  }

  return {
    offer(number, key) {
      const [root] = heap;
      if (heap.length < most) {
        heap.push({ number, key });
        rise(heap.length - 1);
      } else if (root && key <= root.key && isAfter(root, { number, key })) {
        heap[0] = { number, key };
        sink();
      }
    },
    best: () => [...heap].sort((a, b) => (isAfter(a, b) ? 1 : -1)).flatMap(({ number }) => table.at(number)?.id ?? []),
  };
}
