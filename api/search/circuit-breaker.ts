import { SearchRefused, SearchUnavailable } from '../errors.ts';
import type { AskedIndex, AssetIndex } from './asset-index.ts';

/** Nothing was asked: the breaker is open, which was told when it opened. */
export class SearchResting extends SearchUnavailable {}

export interface BreakerOptions {
  /** Failures in a row that open it. */
  failures?: number;
  /** How long it stays open before the index is asked whether it is back. */
  restMs?: number;
  onChange?: (open: boolean) => void;
}

/**
 * Stops asking an index that fails: after some failures in a row searches are refused at once, so that nobody waits for a time limit.
 * Only a ping, never a reader's search, finds out whether it is back.
 */
export function withCircuitBreaker(
  index: AskedIndex & Pick<AssetIndex, 'ping'>,
  { failures = 3, restMs = 2_000, onChange = () => undefined }: BreakerOptions = {},
): AskedIndex {
  let failed = 0;
  let open = false;
  let askAgainAt = 0;
  let asking = false;

  async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (open) {
      void probe();
      throw new SearchResting('The search index is resting after failing several times.');
    }
    try {
      const result = await work();
      failed = 0;
      return result;
    } catch (error) {
      if (error instanceof SearchUnavailable && !(error instanceof SearchRefused)) noteFailure();
      throw error;
    }
  }

  function noteFailure(): void {
    failed += 1;
    if (open || failed < failures) return;
    open = true;
    askAgainAt = performance.now() + restMs;
    onChange(true);
  }

  async function probe(): Promise<void> {
    if (asking || performance.now() < askAgainAt) return;
    asking = true;
    try {
      await index.ping();
      open = false;
      failed = 0;
      onChange(false);
    } catch {
      askAgainAt = performance.now() + restMs;
    } finally {
      asking = false;
    }
  }

  return {
    name: index.name,
    search: (query) => guarded(() => index.search(query)),
    points: (query) => guarded(() => index.points(query)),
    named: (query) => guarded(() => index.named(query)),
  };
}
