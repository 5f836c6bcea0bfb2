import type { ComponentChildren } from 'preact';
import type { ConfirmAnswer } from '../../../api/contract/confirm.ts';
import { OpenForm } from '../../components/open-form/open-form.tsx';
import type { Reader } from '../../reader.ts';
import { UntilField } from '../confirm/what-we-ask.tsx';
import type { OwnProps } from '../own.tsx';
import { formOf } from './form-of.ts';

type Props = OwnProps & { reader: Reader };

/** What is said with one press: all is right, before the boxes; a rest and the end, behind them. */
export function OwnAnswers({ which, ...props }: Props & { which: 'right' | 'else' }) {
  const { t } = props.reader;
  if (which === 'right') {
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
  return (
    <section class="stack" aria-labelledby="own-else">
      <h2 id="own-else">{t('confirm.else')}</h2>
      {props.own.canPause && (
        <Other {...props} answer="pause">
          <UntilField reader={props.reader} form={formOf(props.form, 'pause')} />
        </Other>
      )}
      <Other {...props} answer="closed" />
    </section>
  );
}

function Other({ children, ...props }: Props & { answer: 'pause' | 'closed'; children?: ComponentChildren }) {
  const { t } = props.reader;
  return (
    <details class="card" open={formOf(props.form, props.answer).errors.length > 0}>
      <summary>{t(`confirm.${props.answer}`)}</summary>
      <AnswerForm {...props}>
        {children}
        <p class="soft">{t(`confirm.${props.answer}-next`)}</p>
        <p>
          <button class="button" type="submit">
            {t(`confirm.${props.answer}-send`)}
          </button>
        </p>
      </AnswerForm>
    </details>
  );
}

function AnswerForm({ reader, token, form, answer, children }: Props & { answer: ConfirmAnswer; children: ComponentChildren }) {
  return (
    <OpenForm reader={reader} form={formOf(form, answer)} action={reader.urls.own(token)}>
      <input type="hidden" name="answer" value={answer} />
      {children}
    </OpenForm>
  );
}
