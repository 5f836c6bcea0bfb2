import type { RecutArea } from '../../../../api/contract/recut.ts';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { sayKeepers, sayPeople, saySize } from './say-area.ts';

/** What becomes of each area and whom that touches. With a form, people may be told better than the guess. */
export function RecutAreas({ reader, areas, form }: { reader: Reader; areas: RecutArea[]; form: FormState | null }) {
  const { t } = reader;
  return (
    <section class="stack" aria-labelledby="areas">
      <h2 id="areas">{t('boundary.becomes')}</h2>
      {areas.some(({ after }) => after?.populationGuessed) && <p class="said warn">{t('boundary.guess-warning')}</p>}
      <ul class="stack tight">
        {areas.map((area) => (
          <li class="card stack tight">
            <h3>
              <Words reader={reader} en={area.name} cy={area.name_cy} />
              {area.isNew && <small class="soft"> {t('boundary.is-new')}</small>}
            </h3>
            <p>{sayChange(reader, area)}</p>
            {area.keepers.length > 0 && (
              <p class="soft">
                {t(area.ends ? 'boundary.keepers-lose' : 'boundary.keepers', {
                  names: sayKeepers(reader, area.keepers),
                })}
              </p>
            )}
            {form && area.after && <PeopleFields reader={reader} area={area} form={form} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PeopleFields({ reader, area, form }: { reader: Reader; area: RecutArea; form: FormState }) {
  const { t, locale } = reader;
  const { text: name } = inLocale(locale, area.name, area.name_cy);
  const isWrong = form.errors.some(({ field }) => field?.endsWith(area.id));
  return (
    <details class="stack tight" open={isWrong}>
      <summary>{t('boundary.know-better', { name })}</summary>
      <LineField reader={reader} form={form} name={`people-${area.id}`} label={t('boundary.people-in', { name })} maxLength={12} />
      <LineField
        reader={reader}
        form={form}
        name={`source-${area.id}`}
        label={t('boundary.source')}
        hint={t('boundary.source-hint')}
        maxLength={200}
      />
    </details>
  );
}

/** "Before 4.1 km², 9,400 people; then 2.3 km², about 5,200 people". */
function sayChange(reader: Reader, { before, after }: RecutArea): string {
  const { t } = reader;
  const was =
    before &&
    `${saySize(reader, before.squareMetres)}, ${sayPeople(reader, { ...before, populationSource: null, populationGuessed: false })}`;
  const becomes = after && `${saySize(reader, after.squareMetres)}, ${sayPeople(reader, after)}`;
  if (was && becomes) return t('boundary.before-after', { before: was, after: becomes });
  return becomes ? t('boundary.after-only', { after: becomes }) : t('boundary.ends', { before: was ?? '' });
}
