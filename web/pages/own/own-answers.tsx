import { AllRight, ClosedAnswer, PauseAnswer } from '../../components/answer-form/answer-form.tsx';
import type { Reader } from '../../reader.ts';
import type { OwnProps } from '../own.tsx';
import { formOf } from './form-of.ts';

/** What is said with one press: all is right, before the boxes; a rest and the end, behind them. */
export function OwnAnswers({ which, reader, token, own, form }: OwnProps & { reader: Reader; which: 'right' | 'else' }) {
  const to = (answer: string) => ({ reader, form: formOf(form, answer), action: reader.urls.own(token) });
  if (which === 'right') return <AllRight {...to('right')} />;
  return (
    <section class="stack" aria-labelledby="own-else">
      <h2 id="own-else">{reader.t('confirm.else')}</h2>
      {own.canPause && <PauseAnswer {...to('pause')} />}
      <ClosedAnswer {...to('closed')} />
    </section>
  );
}
