import { type Confirm, ConfirmForm } from '../../api/contract/confirm.ts';
import type { FormError } from '../components/form-errors/form-errors.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { MessageKey } from '../i18n/translate.ts';
import type { FormPage, PageSetting } from '../server/page.ts';
import { Answered } from './confirm/answered.tsx';
import { NoLonger } from './confirm/no-longer.tsx';
import { WhatWeAsk } from './confirm/what-we-ask.tsx';
import { WhatWeShow } from './confirm/what-we-show.tsx';

export interface ConfirmProps {
  token: string;
  confirm: Confirm;
  form: FormState;
  /** An answer was just taken back, or it was tried to. */
  isBack: boolean;
}

const titles = { open: 'still.ask', answered: 'still.thanks', old: 'confirm.old', gone: 'confirm.gone' } as const satisfies Record<
  Confirm['state'],
  MessageKey
>;

/** What a group sees behind the link in its letter: what we show of it, and four answers. No account; nothing is done by looking. */
export const confirmPage: FormPage<ConfirmProps> = {
  async load(data, { params, query, formFor }) {
    const token = params.token ?? '';
    const form = formFor(`/confirm/${token}`, { quick: true });
    return { token, confirm: await data.confirm(token), form, isBack: query.done === 'back' };
  },
  async take(data, { params, typed, reader, problemOf }) {
    const token = params.token ?? '';
    if (typed.answer === 'take-back') {
      await data.takeBackAnswer(token);
      return reader.urls.confirm(token, 'back');
    }
    const said = ConfirmForm.safeParse(typed);
    if (!said.success) return [errorOf(typed)];
    try {
      await data.answerConfirm(token, said.data);
    } catch (error) {
      if (problemOf(error).status !== 400) throw error;
      return [errorOf(typed)];
    }
    return reader.urls.confirm(token);
  },
  title: ({ confirm }, { t }) => t(titles[confirm.state]),
  style: 'asset',
  Body: ConfirmBody,
};

function errorOf({ answer, text = '' }: Record<string, string>): FormError {
  if (answer === 'pause') return { field: 'until', text: 'confirm.until-wrong' };
  if (answer === 'change') return { field: 'text', text: text.trim() ? 'suggest.text-long' : 'suggest.text-missing' };
  return { field: null, text: 'confirm.no-answer' };
}

function ConfirmBody({ reader, token, confirm, form, isBack }: ConfirmProps & PageSetting) {
  const parts = { reader, token, confirm, form, isBack };
  return (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <p class="soft">{reader.t('confirm.for-you')}</p>
        <h1>{reader.t(titles[confirm.state])}</h1>
      </header>
      {isBack && (
        <p class="said" role="status">
          {reader.t(confirm.state === 'open' ? 'confirm.taken-back' : 'confirm.too-late')}
        </p>
      )}
      {confirm.state === 'answered' && <Answered {...parts} />}
      {(confirm.state === 'old' || confirm.state === 'gone') && <NoLonger {...parts} />}
      <WhatWeShow reader={reader} confirm={confirm} />
      {confirm.state === 'open' && <WhatWeAsk {...parts} />}
    </div>
  );
}
