import type { ReviewAnswer } from '../../../../api/contract/desk-review.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { MessageKey } from '../../../i18n/translate.ts';
import type { Reader } from '../../../reader.ts';

interface AnswerFormProps {
  reader: Reader;
  form: FormState;
  item: Pick<ReviewAnswer, 'type' | 'id'>;
  /** The likeliest first. */
  answers: { answer: ReviewAnswer['answer']; label: string }[];
  /** What saying no is called here; it asks for a kind reason. */
  decline: string;
}

const reasons: MessageKey[] = [
  'review.reason-right',
  'review.reason-known',
  'review.reason-far',
  'review.reason-not-open',
  'review.reason-unsure',
];

/** One decision: a button for each answer, and a kind reason where it is no. */
export function AnswerForm({ reader, form, item, answers, decline }: AnswerFormProps) {
  const { t, urls } = reader;
  const name = `${item.type}-${item.id}`;
  return (
    <DeskForm reader={reader} form={form} action={urls.review()} name={name} class="stack tight">
      <input type="hidden" name="type" value={item.type} />
      <input type="hidden" name="id" value={item.id} />
      <p class="row">
        {answers.map(({ answer, label }, at) => (
          <button class={at === 0 ? 'button' : 'button quiet'} type="submit" name="do" value={answer}>
            {label}
          </button>
        ))}
      </p>
      <details>
        <summary>{decline}</summary>
        <div class="stack tight">
          <fieldset class="choices">
            <legend class="small soft">{t('review.reason')}</legend>
            {reasons.map((reason, at) => (
              <label class="tick">
                <input type="radio" name="reason" value={t(reason)} checked={at === 0} />
                <span>{t(reason)}</span>
              </label>
            ))}
          </fieldset>
          <div class="field">
            <label for={`${name}-words`}>{t('review.own-words')}</label>
            <textarea id={`${name}-words`} name="words" rows={2} maxLength={400} />
          </div>
          <p>
            <button class="button quiet" type="submit" name="do" value="decline">
              {decline}
            </button>
          </p>
        </div>
      </details>
    </DeskForm>
  );
}
