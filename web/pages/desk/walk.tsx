import type { WalkDone, WalkList } from '../../../api/contract/walk-about.ts';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { sayPlace } from '../../i18n/say-place.ts';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import { AddSeen, addForm } from './walk/add-seen.tsx';
import { NearForm } from './walk/near-form.tsx';
import { readEntry } from './walk/read-entry.ts';
import { WalkCard } from './walk/walk-card.tsx';
import { WalkDoneBar } from './walk/walk-done-bar.tsx';
import { walkQueue } from './walk/walk-queue.ts';

interface WalkProps {
  account: string;
  near: string;
  list: WalkList;
  form: FormState;
  /** 'gone': there is nothing to take back any more. */
  done: WalkDone | 'gone' | null;
  withoutPhoto: boolean;
}

/**
 * What is near me of my patch, and what I see there: noted with one press while standing before it. As plain forms it needs a signal; with
 * script what is noted waits on the phone until there is one.
 */
export const walkPage: DeskFormPage<WalkProps> = {
  async load(data, { query, form }, viewer) {
    const near = nearIn(query);
    const [list, done] = await Promise.all([
      data.desk.walkList(viewer, near),
      typeof query.done === 'string' ? data.desk.walkDone(viewer, query.done) : null,
    ]);
    return { account: viewer.accountId, near, list, form, done: query.done && !done ? 'gone' : done, withoutPhoto: query.photo === 'no' };
  },
  async take(data, { reader, query, typed, files }, viewer) {
    const fromQueue = typed.sent !== undefined;
    const goOn = (done: string, withoutPhoto = false) => reader.urls.walk({ near: nearIn(query), done, photo: withoutPhoto ? 'no' : '' });
    if (typed.undo) {
      const undone = await data.desk.undoWalked(viewer, typed.undo);
      return fromQueue ? { answer: { undone } } : goOn(typed.undo);
    }
    const read = readEntry(typed, { reader, viewer });
    if (!read.success) return fromQueue ? { answer: { refused: 'not-understood' } } : read.errors;
    const outcome = await data.desk.takeWalked(viewer, read.data, { locale: reader.locale, photo: files[0]?.bytes ?? null });
    if (fromQueue) return { answer: outcome };
    return 'taken' in outcome ? goOn(outcome.taken, outcome.withoutPhoto) : [{ field: null, text: `walk.why-${outcome.refused}` }];
  },
  // More than a photo may have, so that one that is too large is told so and not cut off.
  bodyLimit: 16 * 1024 * 1024,
  title: (_props, { t }) => t('walk.title'),
  // Asked by the queue before it sends: who is signed in, and the token of their forms.
  answer: ({ account, form }) => ({ account, token: form.token }),
  style: 'walk',
  Body: ({ reader, account, near, list, form, done, withoutPhoto }) => (
    <div
      class="wrap stack narrow walk"
      data-desk-island="walk-about"
      data-props={JSON.stringify(walkQueue(reader, account))}
      data-near={list.near ? `${list.near.point.lat},${list.near.point.lng}` : undefined}
    >
      {done && <WalkDoneBar reader={reader} form={form} done={done} near={near} />}
      {withoutPhoto && <p class="said warn">{reader.t('walk.without-photo')}</p>}
      <h1>{reader.t('walk.title')}</h1>
      <p role="status" class="small walk-said" tabIndex={-1} data-said />
      <section class="said stack tight walk-queue" aria-label={reader.t('walk.queue')} data-queue hidden />
      <NearForm reader={reader} near={near} />
      <AddSeen reader={reader} form={form} near={near} open={form.typed.form === addForm} />
      <h2 class="lead">{sayWhere(reader, near, list)}</h2>
      <ol class="stack tight" data-walk-list>
        {list.items.map((asset) => (
          <WalkCard reader={reader} form={form} asset={asset} near={near} />
        ))}
      </ol>
      {list.items.length === 0 && <p>{reader.t('walk.nothing')}</p>}
    </div>
  ),
};

const nearIn = ({ near }: Record<string, unknown>) => (typeof near === 'string' ? near.trim().slice(0, 80) : '');

function sayWhere({ t }: Reader, near: string, list: WalkList): string {
  if (list.near) return t('walk.near', { place: sayPlace(t, list.near.label) });
  return t(near ? 'walk.unknown-place' : 'walk.longest-ago', { place: near });
}
