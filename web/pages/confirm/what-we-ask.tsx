import { type ConfirmAnswer, confirmAnswers } from '../../../api/contract/confirm.ts';
import { longestSuggestion } from '../../../api/contract/suggestion.ts';
import { AllRight, ClosedAnswer, OtherAnswer, PauseAnswer } from '../../components/answer-form/answer-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { Reader } from '../../reader.ts';
import type { ConfirmProps } from '../confirm.tsx';

/** Four answers, the likeliest first; the others open to say more. */
export function WhatWeAsk({ reader, token, form, confirm: { coordinator, canPause } }: ConfirmProps & { reader: Reader }) {
  const { t, urls } = reader;
  const to = (answer: ConfirmAnswer) => ({ reader, form: formOf(form, answer), action: urls.confirm(token) });
  return (
    <>
      <AllRight {...to('right')} />
      <section class="stack" aria-labelledby="else">
        <h2 id="else">{t('confirm.else')}</h2>
        <OtherAnswer
          {...to('change')}
          answer="change"
          next={coordinator ? t('suggest.next', { name: coordinator.first_name }) : t('suggest.next-nobody')}
        >
          <TextField
            reader={reader}
            form={formOf(form, 'change')}
            name="text"
            label={t('suggest.change-text')}
            hint={t('suggest.change-hint')}
            maxLength={longestSuggestion}
          />
        </OtherAnswer>
        {canPause && <PauseAnswer {...to('pause')} />}
        <ClosedAnswer {...to('closed')} />
      </section>
    </>
  );
}

/** What was typed, and what is wrong with it, belongs to the answer that was sent. */
const formOf = (form: FormState, answer: ConfirmAnswer): FormState =>
  answerTyped(form) === answer ? form : { ...form, typed: {}, errors: [] };

const answerTyped = ({ typed }: FormState): ConfirmAnswer => confirmAnswers.find((each) => each === typed.answer) ?? 'right';
