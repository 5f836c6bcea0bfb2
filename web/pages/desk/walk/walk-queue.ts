import { walkRefusals } from '../../../../api/contract/walk-about.ts';
import type { Reader } from '../../../reader.ts';

const said = [
  ...[
    'waiting',
    'see-them',
    'send',
    'sending',
    'no-signal',
    'signed-out',
    'sign-in',
    'others',
    'noted-at',
    'is-waiting',
    'is-sent',
    'take-out',
    'without-photo',
  ],
  ...['again', 'as-it-is', 'look', 'on-phone', 'all-sent', 'undo-failed', 'taken-out', 'stands-here', 'away'],
] as const;

/** What the island is given: who is here, where to send, and its words. */
export type WalkIslandProps = ReturnType<typeof walkQueue>;

export function walkQueue({ t, urls }: Reader, account: string) {
  return {
    account,
    page: urls.walk(),
    worker: urls.walkWorker(),
    signIn: urls.signIn(urls.walk()),
    words: {
      ...Object.fromEntries(said.map((name) => [name, t(`walk.${name}`)])),
      undo: t('today.undo'),
      ...{ asking: t('place.asking'), refused: t('place.refused'), failed: t('place.failed') },
    },
    why: Object.fromEntries(walkRefusals.map((why) => [why, t(`walk.why-${why}`)])),
  };
}
