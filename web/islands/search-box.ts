import { onSearchAsked } from '../browser/page-events.ts';
import { grownAddress, mayGrow } from './append-page.ts';
import { comeBack, rememberPlace } from './come-back.ts';
import { filterMenus } from './filter-menus.ts';
import { addressOf, fillForm, isChanged, isTyped } from './find-form.ts';
import { type Cause, createFindRefresh } from './find-refresh.ts';
import { acceptSaid, forgetSettled, settle } from './said-filters.ts';

const pauseMs = 150;
/** So long after the last letter the words are taken for whole: what else there is for them is worth working out. */
const restMs = 1_200;
/** Results on a page, and by how many a list grows. */
const pageLength = 20;

/**
 * Search as you type on the find page: the form, its filters and the links that change the search refresh the list in place. Plain DOM
 * code: the server renders every state, so a second renderer here would only be weight.
 */
export function searchBox(element: HTMLElement): void {
  const form = element.closest('form');
  if (!form || !document.getElementById('results')) return;
  const refresh = createFindRefresh(form);
  const findPath = new URL(form.action).pathname;
  let pause = 0;
  let shown = location.search;

  const show = (address: string, cause: Cause, kept = address) => {
    clearTimeout(pause);
    const { search } = new URL(kept, location.href);
    if (cause === 'typing' && search === shown) return;
    shown = search;
    void refresh(address, cause, kept);
  };

  // Whether the words find nothing is known when their answer has come, which on a poor line takes longer than to be done with typing.
  const rest = () => {
    const results = document.getElementById('results');
    if (results?.hasAttribute('aria-busy')) pause = window.setTimeout(rest, pauseMs);
    else if (results?.querySelector('.nothing')) void refresh(addressOf(form), 'rest');
  };

  form.addEventListener('input', ({ target }) => {
    if (!isTyped(target)) return;
    forgetSettled(form);
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      show(addressOf(form), 'typing');
      pause = window.setTimeout(rest, restMs);
    }, pauseMs);
  });
  form.addEventListener('change', ({ target }) => {
    // A date is typed in parts: its first digits make a year long gone.
    if (isTyped(target) || (target instanceof HTMLInputElement && !target.validity.valid)) return;
    settle(form);
    show(addressOf(form), 'choice');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Puts a phone's keyboard away, so that what was found can be seen.
    if (matchMedia('(pointer: coarse)').matches && document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    show(addressOf(form), 'choice');
  });

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isPlainPress(event) || link.target || link.origin !== location.origin) return;
    if (link.pathname !== findPath) rememberPlace(link);
    if (link.pathname !== findPath || !link.closest('main') || link.hash) return;
    event.preventDefault();
    if (link.rel === 'next' && mayGrow(pageLength)) {
      show(link.href, 'more', grownAddress(pageLength));
      return;
    }
    fillForm(form, new URLSearchParams(link.search));
    show(link.href, link.rel === 'next' || link.rel === 'prev' ? 'paging' : 'choice');
  });
  onSearchAsked((address) => {
    fillForm(form, new URL(address, location.href).searchParams);
    show(address, 'choice');
  });

  addEventListener('popstate', () => {
    // Once everyone has seen the step: the map, shut by Back, keeps its own search as a step of the list's.
    setTimeout(() => {
      // Jumps within the page (#map, #main) come here too.
      if (location.search === shown) return;
      fillForm(form, new URLSearchParams(location.search));
      show(location.href, 'history');
    });
  });
  acceptSaid();
  filterMenus(form);
  comeBack();
  if (isChanged(form)) show(addressOf(form), 'typing');
}

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);
