import { isSaid } from './said-filters.ts';

/** The search that the form holds, as an address; what is empty is left out. */
export function addressOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() && !isSaid(name, value) ? [[name, value.trim()]] : [],
  );
  const query = new URLSearchParams(filled).toString();
  return `${new URL(form.action).pathname}${query ? `?${query}` : ''}`;
}

/** Makes the form say what an address says, after a link, the map or the back button chose the search. */
export function fillForm(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement) || !field.name) continue;
    const values = query.getAll(field.name).flatMap((value) => value.split(','));
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (field.type === 'radio') field.checked = (query.get(field.name) ?? '') === field.value;
    else if (field.type !== 'hidden') field.value = query.get(field.name) ?? '';
  }
}

/** Whether the form says something else than the page: typed or chosen before this script was there. */
export function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) => field instanceof HTMLInputElement && (field.value !== field.defaultValue || field.checked !== field.defaultChecked),
  );
}

/** A box that is typed in, as against one that is chosen. */
export function isTyped(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && ['text', 'search'].includes(target.type);
}
