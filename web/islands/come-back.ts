/** Remembers in this step of the history which result leads away. */
export function rememberPlace(link: Element): void {
  const result = link.closest('#results li[id]');
  if (result) history.replaceState({ ...history.state, at: result.id }, '');
}

/** After Back the browser is where it was on the page; so is the focus. */
export function comeBack(): void {
  const [visit] = performance.getEntriesByType('navigation');
  if (!(visit instanceof PerformanceNavigationTiming) || visit.type !== 'back_forward') return;
  const at: unknown = history.state?.at;
  if (typeof at === 'string') document.getElementById(at)?.querySelector('a')?.focus({ preventScroll: true });
}
