import type { Confirm } from '../../../api/contract/confirm.ts';
import { TakeBack } from '../../components/answer-form/answer-form.tsx';
import type { Reader } from '../../reader.ts';
import type { ConfirmProps } from '../confirm.tsx';

/** What becomes of the answer, and the way back for as long as there is one. */
export function Answered({ reader, token, confirm, form }: ConfirmProps & { reader: Reader }) {
  const { t, urls } = reader;
  return (
    <section class="stack">
      <p class="lead">{whatNext(reader, confirm)}</p>
      {confirm.canTakeBack ? (
        <TakeBack reader={reader} form={form} action={urls.confirm(token)} />
      ) : (
        confirm.isPublic && (
          <p>
            <a class="target" href={urls.suggest(confirm.listing.slug)}>
              {t('confirm.later')}
            </a>
          </p>
        )
      )}
    </section>
  );
}

function whatNext({ t }: Reader, { answer, coordinator }: Confirm): string {
  if (answer === 'change') return coordinator ? t('suggest.next', { name: coordinator.first_name }) : t('suggest.next-nobody');
  return t(answer === 'pause' ? 'confirm.pause-done' : answer === 'closed' ? 'confirm.closed-done' : 'confirm.right-done');
}
