import { announceResults } from '../browser/page-events.ts';
import { mapOf, sayCount } from './swap-page.ts';

/** The API's own limit; a list that is longer goes on page by page. */
const mostInOneList = 100;

const listOf = (page: Document) => page.querySelector('#results .results');
const countIn = (page: Document) => listOf(page)?.children.length ?? 0;

/** Whether the next page may join this list: it begins at the beginning, and is not too long for one address to hold. */
export const mayGrow = (perPage: number): boolean =>
  listOf(document)?.firstElementChild?.id === 'found-1' && countIn(document) + perPage <= mostInOneList;

/** This page's address, for a list that is longer by so many. */
export function grownAddress(by: number): string {
  const address = new URL(location.href);
  address.searchParams.set('per_page', String(countIn(document) + by));
  return address.href;
}

/** Puts the results of the next page behind those that stand there, and the focus on the first of them: nobody loses their place. */
export function appendPage(next: Document): void {
  const list = listOf(document);
  const fresh = listOf(next);
  if (!list) return;
  const [first] = fresh?.children ?? [];
  list.append(...(fresh?.children ?? []));
  while (list.nextSibling) list.nextSibling.remove();
  list.after(...after(next, fresh));
  sayCount(next);
  first?.querySelector('a')?.focus();
  announceResults(mapOf(next));
}

/** What follows the list: the way on, the signposts. A last page may hold signposts alone. */
function after(next: Document, list: Element | null): ChildNode[] {
  const all = [...(next.getElementById('results')?.childNodes ?? [])];
  return list ? all.slice(all.indexOf(list) + 1) : all;
}
