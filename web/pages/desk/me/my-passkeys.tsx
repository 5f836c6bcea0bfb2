import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import { sayFullDate } from '../../../i18n/format.ts';
import type { Reader } from '../../../reader.ts';
import type { MeProps } from '../me.tsx';

/** By which I sign in without a letter: a finger, a face, or the phone's own lock. Adding one needs script, as browsers have it. */
export function MyPasskeys({ reader, account: { passkeys }, form }: MeProps & { reader: Reader }) {
  const { t, urls } = reader;
  return (
    <section class="stack" aria-labelledby="my-passkeys">
      <h2 id="my-passkeys">{t('me.passkeys')}</h2>
      <p>{t('me.passkeys-text')}</p>
      {passkeys.length > 0 && (
        <ul class="stack tight">
          {passkeys.map(({ id, name, madeOn, lastUsedOn }) => (
            <li class="card desk-row">
              <p>
                <strong>{name}</strong>
                <span class="soft small">
                  {lastUsedOn
                    ? t('me.passkey-used', { date: sayFullDate(t, lastUsedOn) })
                    : t('me.passkey-made', { date: sayFullDate(t, madeOn) })}
                </span>
              </p>
              <DeskForm reader={reader} form={form} action={urls.me()} name="passkey-remove" class="row">
                <input type="hidden" name="id" value={id} />
                <button class="button quiet" type="submit" aria-label={t('me.passkey-remove-which', { name })}>
                  {t('me.passkey-remove')}
                </button>
              </DeskForm>
            </li>
          ))}
        </ul>
      )}
      <div data-desk-island="add-passkey" data-props={JSON.stringify({ failed: t('me.passkey-not-added') })} class="needs-script" hidden>
        <DeskForm reader={reader} form={form} action={urls.me()} name="passkey">
          <LineField
            reader={reader}
            form={form}
            name="passkey_name"
            label={t('me.passkey-name')}
            hint={t('me.passkey-name-hint')}
            maxLength={60}
          />
          <input type="hidden" name="answer" value="" />
          <p>
            <button class="button" type="submit">
              {t('me.passkey-add')}
            </button>
          </p>
          <p class="wrong" role="alert" />
        </DeskForm>
      </div>
    </section>
  );
}
