import type { Reader } from '../../reader.ts';

export interface SignedOutProps {
  reader: Reader;
  /** Where the form goes. */
  action: string;
  /** What its boxes held, in order. */
  boxes: [name: string, value: string][];
}

/** A form came when nobody was signed in any more: it waits here, so that nothing has to be written twice. */
export function SignedOut({ reader: { t, urls }, action, boxes }: SignedOutProps) {
  return (
    <div class="wrap stack loose narrow">
      <div class="stack tight">
        <h1>{t('desk.signed-out-title')}</h1>
        <p class="lead">{t('desk.signed-out-text')}</p>
      </div>
      <p>
        <a class="button" href={urls.signIn()} target="_blank" rel="noopener">
          {t('desk.signed-out-way-in')}
        </a>
      </p>
      <form method="post" action={action}>
        {boxes.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button quiet" type="submit">
          {t('desk.signed-out-go-on')}
        </button>
      </form>
    </div>
  );
}
