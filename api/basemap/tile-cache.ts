/**
 * The tiles asked for last, kept in memory; whoever asks for one that is being made waits for the same promise. One that failed is
 * forgotten, so that the next asker tries again.
 */
export function createTileCache<Tile>(capacity: number) {
  const kept = new Map<string, Promise<Tile>>();

  return {
    get(key: string, make: () => Promise<Tile>): Promise<Tile> {
      const found = kept.get(key);
      if (found !== undefined) {
        // A Map keeps the order of insertion: put last, it is dropped last.
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const made = make();
      kept.set(key, made);
      made.catch(() => kept.get(key) === made && kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}
