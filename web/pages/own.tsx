import { ConfirmForm } from '../../api/contract/confirm.ts';
import type { ComingDate, PlaceChoice } from '../../api/contract/desk-asset.ts';
import type { OwnLink, OwnLinkState } from '../../api/contract/own-link.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import { Words } from '../components/words/words.tsx';
import type { MessageKey } from '../i18n/translate.ts';
import type { FormPage, PageSetting, SentRequest } from '../server/page.ts';
import type { PageData } from '../server/page-data.ts';
import type { Boxes } from './desk/asset/boxes-of.ts';
import { type ReadBoxes, readBoxes } from './desk/asset/read-boxes.ts';
import { LinkEnded } from './own/link-ended.tsx';
import { OwnAnswers } from './own/own-answers.tsx';
import { ownBoxes } from './own/own-boxes.ts';
import { OwnForm } from './own/own-form.tsx';
import { WhatBecame } from './own/what-became.tsx';

export interface OwnProps {
  token: string;
  own: OwnLink;
  form: FormState;
  /** What is in the boxes, and how it was read; null: the link does nothing. */
  writing: Writing | null;
  /** What was just done. */
  done: string | null;
}

export interface Writing {
  boxes: Boxes;
  read: ReadBoxes;
  dates: Record<string, ComingDate[]>;
  places: PlaceChoice[];
}

const titles: Record<OwnLinkState, MessageKey> = { open: 'own.title', stopped: 'own.stopped', old: 'own.old', gone: 'confirm.gone' };

/** A group's own page, kept by itself: no account, and nothing is done by looking. */
export const ownPage: FormPage<OwnProps> = {
  async load(data, { params, query, reader, formFor }) {
    const token = params.token ?? '';
    const own = await data.ownLink(token);
    const form = formFor(`/our/${token}`);
    const writing = own.written ? await readWriting(data, ownBoxes(own, form.typed, reader)) : null;
    return { token, own, form, writing, done: typeof query.done === 'string' ? query.done : null };
  },
  take: (data, request) => (request.typed.answer === 'write' ? takeWriting(data, request) : takeAnswer(data, request)),
  // What a long description and many times come to.
  bodyLimit: 64 * 1024,
  title: ({ own }, { t }) => t(titles[own.state]),
  style: 'own',
  Body: OwnBody,
};

async function readWriting(data: PageData, boxes: Boxes): Promise<Writing> {
  const read = await readBoxes(boxes, data.desk);
  const dates = Object.entries(read.sessionsByBox).map(async ([box, sessions]) => [box, await data.desk.foretellDates(sessions)] as const);
  return { boxes, read, dates: Object.fromEntries(await Promise.all(dates)), places: await data.desk.findPlaces(boxes.place ?? '') };
}

async function takeWriting(data: PageData, { params, typed, reader, problemOf }: SentRequest): Promise<string | FormError[] | 'next-step'> {
  const token = params.token ?? '';
  const own = await data.ownLink(token);
  if (!own.written) return reader.urls.own(token);
  if (typed.version !== String(own.version)) return [{ field: null, text: 'own.meanwhile' }];
  const read = await readBoxes(ownBoxes(own, typed, reader), data.desk);
  if (read.errors.length > 0) return read.errors;
  if (typed.do === 'show') return 'next-step';
  try {
    const kept = await data.keepOwn(token, { state: read.state, version: own.version });
    return reader.urls.own(token, kept ?? undefined);
  } catch (error) {
    if (problemOf(error).type !== '/problems/edited-meanwhile') throw error;
    return [{ field: null, text: 'own.meanwhile' }];
  }
}

async function takeAnswer(data: PageData, { params, typed, reader, problemOf }: SentRequest): Promise<string | FormError[]> {
  const token = params.token ?? '';
  if (typed.answer === 'take-back') {
    return reader.urls.own(token, (await data.takeBackOwnAnswer(token)) ? 'back' : 'too-late');
  }
  const said = ConfirmForm.safeParse(typed);
  const wrong: FormError[] =
    typed.answer === 'pause' ? [{ field: 'until', text: 'confirm.until-wrong' }] : [{ field: null, text: 'confirm.no-answer' }];
  if (!said.success || said.data.answer === 'change') return wrong;
  try {
    await data.answerOwnLink(token, said.data);
  } catch (error) {
    if (problemOf(error).status !== 400) throw error;
    return wrong;
  }
  return reader.urls.own(token, said.data.answer);
}

function OwnBody(props: OwnProps & PageSetting) {
  const { reader, own, writing } = props;
  const { t, urls } = reader;
  return (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <p class="soft">{t('confirm.for-you')}</p>
        <h1>{own.state === 'open' ? <Words reader={reader} en={own.listing.name} cy={own.listing.name_cy} /> : t(titles[own.state])}</h1>
        {own.state === 'open' && <p class="lead">{t('own.lead')}</p>}
        {own.isPublic && (
          <p>
            <a class="target" href={urls.asset(own.listing.slug)}>
              {t('confirm.whole-page')}
            </a>
          </p>
        )}
      </header>
      <WhatBecame {...props} />
      {writing ? (
        <>
          <OwnAnswers {...props} which="right" />
          <OwnForm {...props} writing={writing} />
          <OwnAnswers {...props} which="else" />
        </>
      ) : (
        <LinkEnded {...props} />
      )}
    </div>
  );
}
