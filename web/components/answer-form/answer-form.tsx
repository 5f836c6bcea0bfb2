import type { ComponentChildren } from 'preact';
import { type ConfirmAnswer, longestPauseDays } from '../../../api/contract/confirm.ts';
import { addDays, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import { Field } from '../field/field.tsx';
import { type FormState, OpenForm } from '../open-form/open-form.tsx';

/** A form of a group's page: what was typed, and what is wrong with it, is that of this answer alone. */
interface Answering {
  reader: Reader;
  form: FormState;
  action: string;
}

function AnswerForm({ answer, children, ...form }: Answering & { answer: string; children: ComponentChildren }) {
  return (
    <OpenForm {...form}>
      <input type="hidden" name="answer" value={answer} />
      {children}
    </OpenForm>
  );
}

/** All is right: one press. */
export function AllRight(props: Answering) {
  const { t } = props.reader;
  return (
    <AnswerForm {...props} answer="right">
      <p class="row">
        <button class="button" type="submit">
          {t('confirm.right')}
        </button>
        <span class="soft">{t('confirm.right-next')}</span>
      </p>
    </AnswerForm>
  );
}

/** Another answer, that opens to say more. */
export function OtherAnswer({
  next,
  children,
  ...props
}: Answering & { answer: Exclude<ConfirmAnswer, 'right'>; next: string; children?: ComponentChildren }) {
  const { t } = props.reader;
  return (
    <details class="card" open={props.form.errors.length > 0}>
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

/** It rests until a day. */
export function PauseAnswer(props: Answering) {
  const {
    reader: { t, now },
    form: { typed, errors },
  } = props;
  const today = londonDay(now);
  return (
    <OtherAnswer {...props} answer="pause" next={t('confirm.pause-next')}>
      <Field
        reader={props.reader}
        name="until"
        label={t('confirm.until')}
        error={errors.length > 0 ? { field: 'until', text: 'confirm.until-wrong' } : undefined}
      >
        {(marks) => <input {...marks} type="date" min={today} max={addDays(today, longestPauseDays)} value={typed.until} />}
      </Field>
    </OtherAnswer>
  );
}

export function ClosedAnswer(props: Answering) {
  return <OtherAnswer {...props} answer="closed" next={props.reader.t('confirm.closed-next')} />;
}

/** The way back, for as long as there is one. */
export function TakeBack(props: Answering) {
  const { t } = props.reader;
  return (
    <AnswerForm {...props} answer="take-back">
      <p class="row">
        <button class="button quiet" type="submit">
          {t('confirm.take-back')}
        </button>
        <span class="soft">{t('confirm.take-back-while')}</span>
      </p>
    </AnswerForm>
  );
}
