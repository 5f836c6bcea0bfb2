import type { OwnAnswer } from '../../../api/contract/own-link.ts';
import { AllRight, ClosedAnswer, PauseAnswer } from '../../components/answer-form/answer-form.tsx';
import type { Reader } from '../../reader.ts';
import type { OwnProps } from '../own.tsx';
import { formOf } from './form-of.ts';

/** As much as “all right”: to be asked once more would make one wonder whether it was heard. */
const saysAllRight: ReadonlySet<OwnAnswer> = new Set(['right', 'published', 'both'] as const);

/** What is said with one press: all is right, before the boxes; a rest and the end, behind them. */
export function OwnAnswers({ which, reader, token, own, form }: OwnProps & { reader: Reader; which: 'right' | 'else' }) {
  const to = (answer: string) => ({ reader, form: formOf(form, answer), action: reader.urls.own(token) });
  if (which === 'right')
    return own.canTakeBack && own.answer !== null && saysAllRight.has(own.answer) ? null : <AllRight {...to('right')} />;
  return (
    <section class="stack" aria-labelledby="own-else">
      <h2 id="own-else">{reader.t('confirm.else')}</h2>
      {own.canPause && <PauseAnswer {...to('pause')} />}
      <ClosedAnswer {...to('closed')} />
    </section>
  );
}
