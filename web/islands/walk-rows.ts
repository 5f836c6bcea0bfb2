import type { HeldEntry } from '../browser/walk-store.ts';

export type WalkWords = Record<string, string>;

export interface RowSetting {
  words: WalkWords;
  why: Record<string, string>;
  /** What a button of a row does. */
  act(what: 'take-out' | 'undo' | 'again', entry: HeldEntry): void;
  send(): void;
}

/** One thing that was noted: what, when, how it stands with it, and the way back. */
export function noteRow(entry: HeldEntry, setting: RowSetting, { withName }: { withName: boolean }): HTMLLIElement {
  const row = document.createElement('li');
  row.className = 'noted';
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(entry.notedAt);
  const what = document.createElement('b');
  what.textContent = withName ? `${entry.name}: ${entry.act}` : entry.act;
  const line = document.createElement('p');
  line.append(what, ` · ${(setting.words['noted-at'] ?? '').replace('{time}', time)} · ${sayState(entry, setting)}`);
  const ways = document.createElement('span');
  ways.className = 'row';
  ways.append(...waysOn(entry, setting));
  row.append(line, ways);
  return row;
}

/** `key`: by it the keyboard finds back to the button when it is drawn anew. */
export function rowButton(key: string, text = '', press: () => void, className = 'as-link'): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className, textContent: text });
  button.dataset.key = key;
  button.addEventListener('click', press);
  return button;
}

function sayState({ state, why: code = '', withoutPhoto }: HeldEntry, { words, why }: RowSetting): string {
  if (state === 'refused') return why[code] ?? '';
  if (withoutPhoto) return words['without-photo'] ?? '';
  return words[state === 'sent' ? 'is-sent' : 'is-waiting'] ?? '';
}

function waysOn(entry: HeldEntry, { words, act }: RowSetting): HTMLElement[] {
  const button = (what: Parameters<RowSetting['act']>[0], text = '') => {
    const made = rowButton(`${what} ${entry.id}`, text, () => act(what, entry));
    made.setAttribute('aria-label', `${text}: ${entry.name}, ${entry.act}`);
    return made;
  };
  if (entry.state === 'sent') return [button('undo', words.undo)];
  const takeOut = button('take-out', words['take-out']);
  if (entry.state === 'waiting') return [takeOut];
  const page = entry.why === 'edited' ? entry.edit : entry.why === 'not-yours' ? entry.page : null;
  const again = button('again', words[entry.why === 'edited' ? 'as-it-is' : 'again']);
  return [...(page ? [link(page, words.look)] : []), again, takeOut];
}

function link(href: string, text = ''): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { className: 'target', href, textContent: text });
}
