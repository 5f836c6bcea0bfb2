import { readProps } from '../browser/read-props.ts';
import { dropEntry, type HeldEntry, heldEntries, holdEntry } from '../browser/walk-store.ts';
import { keepWalkPage } from '../browser/walk-worker.ts';
import { drawWalk } from './walk-draw.ts';
import { asksForMore, entryOf, isSaidAlready } from './walk-entry.ts';
import { walkNear } from './walk-near.ts';
import type { RowSetting, WalkWords } from './walk-rows.ts';
import { type Sending, sendWaiting, undoSent } from './walk-send.ts';

export interface WalkAboutProps {
  account: string;
  page: string;
  worker: string;
  signIn: string;
  words: WalkWords;
  /** Why each refusal, in plain words. */
  why: Record<string, string>;
}

const retryMs = 60_000;

/**
 * Every press is written down on the phone first, and sent when there is a signal: at once, on opening the page, when the signal is back, and
 * on demand. Without a place to write things down the plain forms stay as they are.
 */
export async function walkAbout(element: HTMLElement): Promise<void> {
  if (!window.isSecureContext) return;
  await heldEntries().then(
    () => begin(element, readProps<WalkAboutProps>(element)),
    (error) => console.warn('Nothing can be written down in this browser; the forms need a signal.', error),
  );
}

function begin(element: HTMLElement, props: WalkAboutProps): void {
  const { account, page, words } = props;
  const status = element.querySelector('[data-said]');
  const say = (text = '') => {
    if (status) status.textContent = text;
  };
  let sending: Sending | 'sending' = 'done';
  /** While the others were on their way: something was noted, or the signal came back. */
  let isAskedAgain = false;
  const setting: RowSetting = { words, why: props.why, act: (what, entry) => void acts[what](entry), send };

  walkNear(element, { page, words, say });
  element.addEventListener('submit', (event) => {
    const { target: form, submitter: pressed } = event;
    if (!(form instanceof HTMLFormElement) || !(pressed instanceof HTMLButtonElement) || pressed.name !== 'act') return;
    event.preventDefault();
    if (!asksForMore(form, pressed)) void note(form, pressed);
  });
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
  setInterval(send, retryMs);
  void keepWalkPage(props.worker, page);
  send();

  async function note(form: HTMLFormElement, pressed: HTMLButtonElement): Promise<void> {
    const entry = await entryOf(form, pressed, account);
    if (!isSaidAlready(entry, await heldEntries())) await holdEntry(entry);
    form.reset();
    const rest = form.querySelector('details');
    if (rest) rest.open = false;
    await draw();
    say(words['on-phone']);
    send();
  }

  const acts: Record<Parameters<RowSetting['act']>[0], (entry: HeldEntry) => Promise<void>> = {
    async 'take-out'(entry) {
      await dropEntry(entry.id);
      await draw();
      say(words['taken-out']);
    },
    async undo(entry) {
      const isBack = await undoSent(page, entry);
      await draw();
      say(words[isBack ? 'taken-out' : 'undo-failed']);
    },
    async again(entry) {
      // They have looked at it as it stands now.
      const fields = entry.why === 'edited' ? entry.fields.filter(([name]) => name !== 'version') : entry.fields;
      await holdEntry({ ...entry, fields, state: 'waiting' });
      send();
    },
  };

  function send(): void {
    if (sending === 'sending') isAskedAgain = true;
    else void sendAll();
  }

  async function sendAll(): Promise<void> {
    sending = 'sending';
    isAskedAgain = false;
    const before = (await draw()).length;
    sending = await sendWaiting(page).catch(() => 'no-signal' as const);
    const left = await draw();
    if (before > 0 && left.length === 0) say(words['all-sent']);
    if (isAskedAgain && left.some(({ state }) => state === 'waiting')) send();
  }

  /** Answers what of one's own is not sent. */
  async function draw(): Promise<HeldEntry[]> {
    const all = await heldEntries();
    const mine = all.filter((entry) => entry.account === account);
    const others = all.filter((entry) => entry.account !== account && entry.state !== 'sent').length;
    drawWalk(element, { mine, others, sending, signIn: props.signIn }, setting);
    return mine.filter(({ state }) => state !== 'sent');
  }
}
