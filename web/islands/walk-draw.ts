import type { HeldEntry } from '../browser/walk-store.ts';
import { noteRow, type RowSetting, rowButton } from './walk-rows.ts';
import type { Sending } from './walk-send.ts';

interface WalkDrawn {
  /** Of who is here, in the order in which they were noted. */
  mine: HeldEntry[];
  /** How many somebody else noted on this phone. */
  others: number;
  sending: Sending | 'sending';
  signIn: string;
}

/** Shows what was noted: at each thing, and what waits above them all. The keyboard stays where it was. */
export function drawWalk(element: HTMLElement, drawn: WalkDrawn, setting: RowSetting): void {
  const key = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  for (const list of element.querySelectorAll<HTMLElement>('[data-noted]')) drawNoted(list, drawn.mine, setting);
  const queue = element.querySelector<HTMLElement>('[data-queue]');
  if (queue) drawQueue(queue, drawn, setting);
  if (key === undefined || document.activeElement?.matches('[data-key]')) return;
  const again = element.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? element.querySelector<HTMLElement>('[data-said]');
  again?.focus();
}

function drawNoted(list: HTMLElement, mine: HeldEntry[], setting: RowSetting): void {
  const card = list.closest<HTMLElement>('[data-asset], [data-add]');
  const here = mine.filter(({ asset }) => asset === (card?.dataset.asset ?? null));
  list.hidden = here.length === 0;
  list.replaceChildren(...here.map((entry) => noteRow(entry, setting, { withName: card?.dataset.asset === undefined })));
  card?.classList.toggle('noted-now', here.length > 0 && card.dataset.asset !== undefined);
}

function drawQueue(queue: HTMLElement, { mine, others, sending, signIn }: WalkDrawn, setting: RowSetting): void {
  const { words } = setting;
  const waiting = mine.filter(({ state }) => state !== 'sent');
  queue.hidden = waiting.length === 0 && others === 0;
  const parts: Node[] = [];
  if (waiting.length > 0) {
    parts.push(headOf(waiting.length, sending === 'sending', setting), listOf(waiting, queue.querySelector('details')?.open, setting));
  }
  if (sending === 'no-signal' || sending === 'signed-out') parts.push(line(words[sending], 'small'));
  if (sending === 'signed-out') {
    const link = Object.assign(document.createElement('a'), { className: 'target', href: signIn, textContent: words['sign-in'] ?? '' });
    parts.push(link);
  }
  if (others > 0) parts.push(line(counted(words.others, others)));
  queue.replaceChildren(...parts);
}

function headOf(count: number, isSending: boolean, { words, send }: RowSetting): HTMLElement {
  const head = line('', 'row walk-head');
  const text = document.createElement('b');
  text.textContent = counted(words.waiting, count);
  head.append(text, rowButton('send', words[isSending ? 'sending' : 'send'], send, 'button'));
  return head;
}

/** Folded, for it stays in sight while one walks on; what was refused wants to be seen. */
function listOf(waiting: HeldEntry[], wasOpen: boolean | undefined, setting: RowSetting): HTMLElement {
  const folded = document.createElement('details');
  folded.open = wasOpen || waiting.some(({ state }) => state === 'refused');
  const summary = Object.assign(document.createElement('summary'), { className: 'target', textContent: setting.words['see-them'] ?? '' });
  summary.dataset.key = 'see-them';
  const list = document.createElement('ul');
  list.append(...waiting.map((entry) => noteRow(entry, setting, { withName: true })));
  folded.append(summary, list);
  return folded;
}

function line(text = '', className = ''): HTMLParagraphElement {
  return Object.assign(document.createElement('p'), { textContent: text, className });
}

const counted = (text = '', count: number) => text.replace('{count}', String(count));
