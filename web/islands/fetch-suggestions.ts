import type { Hint } from '../../api/contract/hint.ts';

const pauseMs = 120;

/** Asks a moment after the last letter; a later question abandons an earlier one, whose answer is never given. */
export function createSuggestionFetch(answer: (items: Hint[]) => void) {
  let pause = 0;
  let pending = new AbortController();

  const stop = () => {
    clearTimeout(pause);
    pending.abort();
  };
  return {
    stop,
    ask(q: string, near: string) {
      stop();
      pending = new AbortController();
      const { signal } = pending;
      pause = window.setTimeout(async () => {
        const items = await fetchItems(new URLSearchParams(near ? { q, near } : { q }), signal);
        if (!signal.aborted) answer(items);
      }, pauseMs);
    },
  };
}

/** Without the line there are none, and nobody needs to hear of it: the box works as it is. */
async function fetchItems(query: URLSearchParams, signal: AbortSignal): Promise<Hint[]> {
  try {
    const response = await fetch(`/api/v1/suggestions?${query}`, { signal });
    return response.ok ? (await response.json()).items : [];
  } catch {
    return [];
  }
}
