import { isMapStep } from '../browser/map-step.ts';
import { appendPage } from './append-page.ts';
import { swapPage } from './swap-page.ts';

/** What brought the search about decides what happens to the history, and to a page that is refused. */
export type Cause = 'typing' | 'rest' | 'choice' | 'paging' | 'more' | 'history';

/**
 * Fetches the find page at an address and puts its parts in place. `kept`: the address of what stands on the page then, where it is another.
 * A later call abandons an earlier one.
 */
export function createFindRefresh(form: HTMLFormElement): (address: string, cause: Cause, kept?: string) => Promise<void> {
  let pending: AbortController | null = null;

  return async (address, cause, kept = address) => {
    pending?.abort();
    const request = new AbortController();
    pending = request;
    const results = document.getElementById('results');
    results?.setAttribute('aria-busy', 'true');
    try {
      const page = await fetchPage(address, cause, request.signal);
      if (request.signal.aborted) return;
      remember(kept, cause);
      if (cause === 'more') appendPage(page);
      else swapPage(page, form);
      if (cause === 'paging') goToTop(results);
    } catch {
      if (request.signal.aborted) return;
      // A half-typed word may be refused, and the line may be down for a moment: the list stays until the reader presses the button.
      if (!isTyping(cause)) location.assign(address);
    } finally {
      if (pending === request) results?.removeAttribute('aria-busy');
    }
  };
}

/** While the words are being typed, or a moment after the last of them. */
const isTyping = (cause: Cause) => cause === 'typing' || cause === 'rest';

/** Half a word that finds nothing is nothing missing: the server is told that it is not all yet. */
async function fetchPage(address: string, cause: Cause, signal: AbortSignal): Promise<Document> {
  const response = await fetch(address, {
    signal,
    headers: { accept: 'text/html', ...(cause === 'typing' && { 'x-still-typing': 'yes' }) },
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** One step back for each choice, not for each letter, nor for more of the same; on the map none, whose own step Back undoes. */
function remember(address: string, cause: Cause): void {
  if (isTyping(cause) || cause === 'more' || isMapStep()) history.replaceState({ ...history.state, at: null }, '', address);
  else if (cause !== 'history') history.pushState(null, '', address);
}

function goToTop(results: HTMLElement | null): void {
  if (!results) return;
  results.tabIndex = -1;
  results.focus({ preventScroll: true });
  results.scrollIntoView();
}
