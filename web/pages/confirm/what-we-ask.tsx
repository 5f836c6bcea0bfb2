import type { ComponentChildren } from 'preact';
import { type ConfirmAnswer, confirmAnswers, longestPauseDays } from '../../../api/contract/confirm.ts';
import { longestSuggestion } from '../../../api/contract/suggestion.ts';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { addDays, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { ConfirmProps } from '../confirm.tsx';

type AskProps = ConfirmProps & { reader: Reader };

/** Four answers, the likeliest first; the others open to say more. */
export function WhatWeAsk(props: AskProps) {
  const { t } = props.reader;
  const { coordinator, canPause } = props.confirm;
  return (
    <>
      <AnswerForm {...props} answer="right">
        <p class="row">
          <button class="button" type="submit">
            {t('confirm.right')}
          </button>
          <span class="soft">{t('confirm.right-next')}</span>
        </p>
      </AnswerForm>
      <section class="stack" aria-labelledby="else">
        <h2 id="else">{t('confirm.else')}</h2>
        <Other
          {...props}
          answer="change"
          next={coordinator ? t('suggest.next', { name: coordinator.first_name }) : t('suggest.next-nobody')}
        >
          <TextField
            reader={props.reader}
            form={formOf(props.form, 'change')}
            name="text"
            label={t('suggest.change-text')}
            hint={t('suggest.change-hint')}
            maxLength={longestSuggestion}
          />
        </Other>
        {canPause && (
          <Other {...props} answer="pause" next={t('confirm.pause-next')}>
            <UntilField reader={props.reader} form={formOf(props.form, 'pause')} />
          </Other>
        )}
        <Other {...props} answer="closed" next={t('confirm.closed-next')} />
      </section>
    </>
  );
}

function Other({
  next,
  children,
  ...props
}: AskProps & { answer: Exclude<ConfirmAnswer, 'right'>; next: string; children?: ComponentChildren }) {
  const { t } = props.reader;
  return (
    <details class="card" open={formOf(props.form, props.answer).errors.length > 0}>
      <summary>{t(`confirm.${props.answer}`)}</summary>
      <AnswerForm {...props}>
        {children}
        <p class="soft">{next}</p>
        <p>
          <button class="button" type="submit">
            {t(`confirm.${props.answer}-send`)}
          </button>
        </p>
      </AnswerForm>
    </details>
  );
}

function AnswerForm({ reader, token, form, answer, children }: AskProps & { answer: ConfirmAnswer; children: ComponentChildren }) {
  return (
    <OpenForm reader={reader} form={formOf(form, answer)} action={reader.urls.confirm(token)}>
      <input type="hidden" name="answer" value={answer} />
      {children}
    </OpenForm>
  );
}

/** What was typed, and what is wrong with it, belongs to the answer that was sent. */
const formOf = (form: FormState, answer: ConfirmAnswer): FormState =>
  answerTyped(form) === answer ? form : { ...form, typed: {}, errors: [] };

const answerTyped = ({ typed }: FormState): ConfirmAnswer => confirmAnswers.find((each) => each === typed.answer) ?? 'right';

/** The last day of a rest. */
export function UntilField({ reader: { t, now }, form }: Pick<AskProps, 'reader' | 'form'>) {
  const { typed, errors } = form;
  const today = londonDay(now);
  const isWrong = errors.length > 0;
  return (
    <div class={isWrong ? 'field has-error' : 'field'}>
      <label for="until">{t('confirm.until')}</label>
      {isWrong && (
        <p id="until-wrong" class="wrong">
          {t('confirm.until-wrong')}
        </p>
      )}
      <input
        id="until"
        name="until"
        type="date"
        min={today}
        max={addDays(today, longestPauseDays)}
        value={typed.until}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? 'until-wrong' : undefined}
      />
    </div>
  );
}
