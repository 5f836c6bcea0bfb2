import type { AssetWarning } from '../../../../api/contract/desk-asset.ts';
import { sayFullDate, sayList } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import type { EditProps } from './load-edit.ts';

/** What to look at before it is published, and words that could be plainer. None of it stops anybody. */
export function WorthALook({ reader, warnings, words, isHeld }: Pick<EditProps, 'warnings' | 'words' | 'isHeld'> & { reader: Reader }) {
  const { t } = reader;
  return (
    <>
      <input type="hidden" name="seen" value={warnings.map(({ code }) => code).join(' ')} />
      {(warnings.length > 0 || words.length > 0) && (
        <section
          class="said warn stack tight worth-a-look"
          aria-labelledby="look-title"
          {...(isHeld ? { role: 'alert', tabIndex: -1, autofocus: true } : {})}
        >
          <h2 id="look-title" class="lead">
            {t(isHeld ? 'edit.look-first' : 'edit.look')}
          </h2>
          <ul class="stack tight">
            {warnings.map((warning) => (
              <li>{sayWarning(reader, warning)}</li>
            ))}
          </ul>
          {words.length > 0 && (
            <ul class="stack tight" data-plain-words>
              {words.flatMap(({ box, found }) => found.map((each) => <PlainerWord reader={reader} box={box} {...each} />))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

function PlainerWord({
  reader: { t },
  box,
  word,
  at,
  offers,
}: {
  reader: Reader;
  box: string;
  word: string;
  at: number;
  offers: string[];
}) {
  return (
    <li>
      <span class="row">
        <a class="target" href={`#${box}`}>
          {t('edit.plainer', { word })}
        </a>
        {offers.map((offer) => (
          <button class="chip" type="submit" name="do" value={`word:${box}:${at}:${word}:${offer}`}>
            {t('edit.say-instead', { offer })}
          </button>
        ))}
      </span>
    </li>
  );
}

function sayWarning({ t, locale }: Reader, warning: AssetWarning): string {
  if (warning.code === 'other-area')
    return t('edit.warn-other-area', { area: inLocale(locale, warning.area.name, warning.area.name_cy).text });
  if (warning.code === 'past-end') return t('edit.warn-past-end', { date: sayFullDate(t, warning.on) });
  if (warning.code === 'like-a-service')
    return t('edit.warn-like-a-service', {
      words: sayList(
        t,
        warning.words.map((word) => `“${word}”`),
      ),
    });
  return t(`edit.warn-${warning.code}`);
}
