import { TakeBack } from '../../components/answer-form/answer-form.tsx';
import { sayList } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import type { OwnProps } from '../own.tsx';
import { formOf } from './form-of.ts';

const said: Record<string, MessageKey> = {
  right: 'confirm.right-done',
  pause: 'confirm.pause-done',
  closed: 'confirm.closed-done',
  published: 'own.done-published',
  waits: 'own.done-waits',
  both: 'own.done-both',
  back: 'confirm.taken-back',
  'too-late': 'confirm.too-late',
};

/** What was just done, with the way back while there is one; and what waits of what was written. */
export function WhatBecame({ reader, token, own, form, done }: OwnProps & { reader: Reader }) {
  const { t, urls } = reader;
  const text = said[done ?? ''] ?? (own.canTakeBack && own.answer ? said[own.answer] : undefined);
  const name = own.coordinator?.first_name;
  return (
    <>
      {text && (
        <p class="said" role="status">
          {t(text)}
        </p>
      )}
      {own.canTakeBack && <TakeBack reader={reader} form={formOf(form, 'take-back')} action={urls.own(token)} />}
      {own.waiting && (
        <p class="said warn">
          {own.waiting.status === 'declined'
            ? t('own.declined', { answer: own.waiting.answer ?? '' })
            : t(name ? 'own.waiting' : 'own.waiting-nobody', {
                name: name ?? '',
                parts: sayList(
                  t,
                  own.waiting.parts.map((part) => t(`part.${part}`)),
                ),
              })}
        </p>
      )}
    </>
  );
}
