import type { HeldEntry } from '../browser/walk-store.ts';
import { smallerPhoto } from './shrink-photo.ts';

/** A finger that trembles is no second visit. */
const sameTapMs = 3_000;
const counted = ['told', 'walked-along', 'introduced', 'new', 'different'];

/** What was pressed on a form of the page, with what stands in it. */
export async function entryOf(form: HTMLFormElement, pressed: HTMLButtonElement, account: string): Promise<HeldEntry> {
  const notedAt = Date.now();
  const card = form.closest<HTMLElement>('[data-asset]');
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'token' ? [[name, value]] : [],
  );
  const photo = await photoIn(form);
  const named = card?.querySelector('[data-name]')?.textContent ?? fields.find(([name]) => name === 'name')?.[1] ?? '';
  return {
    ...{ id: crypto.randomUUID(), account, notedAt, state: 'waiting' },
    ...{ act: pressed.textContent ?? '', name: named.trim(), fields: [...fields, ['act', pressed.value]], photo },
    ...{ asset: card?.dataset.asset ?? null, page: card?.dataset.page ?? null, edit: card?.dataset.edit ?? null },
  };
}

/** What this browser cannot open is opened by the server. */
async function photoIn(form: HTMLFormElement): Promise<Blob | null> {
  const [file] = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [];
  return file ? ((await smallerPhoto(file)) ?? file) : null;
}

/** Whether the very same stands there already. That somebody was told may be noted as often as it is so. */
export function isSaidAlready(entry: HeldEntry, held: HeldEntry[]): boolean {
  const what = ({ asset, account, fields }: HeldEntry) => JSON.stringify([asset, account, fields]);
  return held.some((other) => {
    const mayRepeat = counted.includes(valueIn(entry, 'act')) && entry.notedAt - other.notedAt > sameTapMs;
    return what(other) === what(entry) && !mayRepeat;
  });
}

const valueIn = ({ fields }: HeldEntry, box: string) => fields.find(([name]) => name === box)?.[1] ?? '';

/** Whether the button wants a box filled in first; the browser says so at that box. */
export function asksForMore(form: HTMLFormElement, { dataset }: HTMLButtonElement): boolean {
  const box = form.elements.namedItem(dataset.needs ?? '');
  if (!(box instanceof HTMLInputElement)) return false;
  box.value = box.value.trim();
  box.required = true;
  const isMissing = !box.reportValidity();
  box.required = false;
  return isMissing;
}
