import { DeskField } from '../../../components/desk-field/desk-field.tsx';
import type { Reader } from '../../../reader.ts';
import { Pair } from '../asset/group.tsx';
import { Understood } from '../asset/times-group.tsx';
import type { MyPageProps } from '../my-page.tsx';

/** Where and when the door is open, each in its own words; one more stands empty. */
export function Doors({ reader, form, boxes: values, told, dates }: MyPageProps & { reader: Reader }) {
  const { t, urls } = reader;
  const boxes = { reader, values, errors: form.typed.form === 'page' ? form.errors : [] };
  const count = Math.min(Number(values.sessions) || 0, 20);
  return (
    <section class="card stack" aria-labelledby="doors-title">
      <h2 id="doors-title">{t('my-page.doors')}</h2>
      <p class="soft">{t('my-page.doors-lead')}</p>
      <input type="hidden" name="sessions" value={String(count)} />
      {Array.from({ length: count + 1 }, (_, at) => {
        const box = `s${at}`;
        const isNew = at === count;
        return (
          <div class="stack tight one-time" data-desk-island="typed-times" data-props={JSON.stringify({ ask: urls.typedTimes() })}>
            {!isNew &&
              ['was', 'said', 'placed'].map((name) => (
                <input type="hidden" name={`${box}.${name}`} value={values[`${box}.${name}`] ?? ''} />
              ))}
            <DeskField
              boxes={boxes}
              name={`${box}.words`}
              label={t(isNew ? 'my-page.door-new' : 'my-page.door', { n: at + 1 })}
              rows={2}
              maxLength={600}
            />
            <Understood reader={reader} told={told[`${box}.words`] ?? []} dates={dates[box] ?? []} />
            <DeskField boxes={boxes} name={`${box}.place`} label={t('my-page.door-place')} maxLength={120} />
            {!isNew && (
              <details>
                <summary>{t('my-page.door-more')}</summary>
                <div class="stack">
                  <Pair>
                    <DeskField boxes={boxes} name={`${box}.paused_from`} label={t('edit.rest-from')} isDate />
                    <DeskField boxes={boxes} name={`${box}.paused_until`} label={t('edit.rest-until')} isDate />
                  </Pair>
                  <DeskField boxes={boxes} name={`${box}.note`} label={t('edit.times-note')} maxLength={300} />
                </div>
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}
