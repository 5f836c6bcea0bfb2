import type { ComingDate, TimesTold } from '../../../../api/contract/desk-asset.ts';
import { DeskField, DeskTick } from '../../../components/desk-field/desk-field.tsx';
import { sayDate, sayHours } from '../../../i18n/format.ts';
import { londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { Group, Pair } from './group.tsx';
import type { EditProps } from './load-edit.ts';
import { sayTold } from './say-told.ts';

type TimesProps = EditProps & { reader: Reader };

/** When it is: a box for each time that comes round, in the words in which one would tell it, and its next dates. */
export function TimesGroup(props: TimesProps) {
  const { reader, boxes } = props;
  const { t } = reader;
  const sessions = Number(boxes.sessions ?? 0);
  const events = Number(boxes.events ?? 0);
  return (
    <Group id="times" title={t('edit.times')}>
      <p class="soft">{t('edit.times-lead')}</p>
      {Array.from({ length: sessions + 1 }, (_, at) => (
        <OneTime {...props} box={`s${at}`} label={sessionLabel(t, at, sessions)} />
      ))}
      {Array.from({ length: events }, (_, at) => (
        <OneEvent {...props} box={`e${at}`} />
      ))}
      <p>
        <button class="button quiet" type="submit" name="do" value="show">
          {t('edit.show-dates')}
        </button>
      </p>
    </Group>
  );
}

/** What the box of a time is called: the only one, one of several, or another. */
export const sessionLabel = (t: Reader['t'], at: number, sessions: number): string => {
  if (at === sessions) return t(sessions === 0 ? 'edit.times-first' : 'edit.times-another');
  return sessions === 1 ? t('edit.times-one') : t('edit.times-nth', { n: at + 1 });
};

function OneTime({ reader, form, boxes: values, read, dates, box, label }: TimesProps & { box: string; label: string }) {
  const { t } = reader;
  const boxes = { reader, values, errors: form.errors };
  const name = `${box}.words`;
  const isNew = values[`${box}.was`] === undefined;
  return (
    <div class="stack tight one-time" data-desk-island="typed-times" data-props={JSON.stringify({ ask: reader.urls.typedTimes() })}>
      {!isNew && (
        <>
          <input type="hidden" name={`${box}.was`} value={values[`${box}.was`]} />
          <input type="hidden" name={`${box}.said`} value={values[`${box}.said`]} />
        </>
      )}
      <DeskField boxes={boxes} name={name} label={label} hint={isNew ? t('edit.times-hint') : undefined} rows={2} maxLength={600} />
      <Understood reader={reader} told={read.told[name] ?? []} dates={dates[box] ?? []} />
      {!isNew && (
        <details>
          <summary>{t('edit.times-more')}</summary>
          <div class="stack">
            <Pair>
              <DeskField boxes={boxes} name={`${box}.title`} label={t('edit.times-title')} maxLength={160} lang="en" />
              <DeskField boxes={boxes} name={`${box}.title_cy`} label={t('edit.times-title-cy')} maxLength={160} lang="cy" />
              <DeskField boxes={boxes} name={`${box}.paused_from`} label={t('edit.rest-from')} isDate />
              <DeskField boxes={boxes} name={`${box}.paused_until`} label={t('edit.rest-until')} isDate />
              <DeskField boxes={boxes} name={`${box}.pause_note`} label={t('edit.rest-why')} maxLength={300} />
              <DeskField boxes={boxes} name={`${box}.ends_on`} label={t('edit.last-day')} isDate />
            </Pair>
            <DeskField boxes={boxes} name={`${box}.note`} label={t('edit.times-note')} maxLength={300} />
          </div>
        </details>
      )}
    </div>
  );
}

function OneEvent({ reader, form, boxes: values, read, box }: TimesProps & { box: string }) {
  const { t } = reader;
  const boxes = { reader, values, errors: form.errors };
  return (
    <fieldset class="stack tight one-time">
      <legend>{t('edit.event')}</legend>
      <input type="hidden" name={`${box}.was`} value={values[`${box}.was`]} />
      <input type="hidden" name={`${box}.said`} value={values[`${box}.said`]} />
      <Pair>
        <DeskField boxes={boxes} name={`${box}.name`} label={t('edit.event-name')} maxLength={160} lang="en" />
        <DeskField boxes={boxes} name={`${box}.name_cy`} label={t('edit.event-name-cy')} maxLength={160} lang="cy" />
      </Pair>
      <DeskField boxes={boxes} name={`${box}.words`} label={t('edit.event-when')} rows={1} maxLength={200} />
      <Understood reader={reader} told={read.told[`${box}.words`] ?? []} dates={[]} />
      <Pair>
        <DeskField boxes={boxes} name={`${box}.summary`} label={t('edit.event-summary')} rows={2} maxLength={400} lang="en" />
        <DeskField boxes={boxes} name={`${box}.summary_cy`} label={t('edit.event-summary-cy')} rows={2} maxLength={400} lang="cy" />
      </Pair>
      <DeskField boxes={boxes} name={`${box}.note`} label={t('edit.times-note')} maxLength={300} />
      <DeskTick boxes={boxes} name={`${box}.cancelled`}>
        {t('edit.event-cancelled')}
      </DeskTick>
    </fieldset>
  );
}

/** What was understood of the words: what was not, in the very words, and the next dates. */
export function Understood({ reader, told, dates }: { reader: Reader; told: TimesTold[]; dates: ComingDate[] }) {
  return (
    <div class="understood-times small" role="status" data-understood>
      {told.map((each) => (
        <p class="said warn">{sayTold(reader.t, each)}</p>
      ))}
      {dates.length > 0 && <p class="soft">{sayDates(reader, dates)}</p>}
    </div>
  );
}

/** "Next: Tue 24 Nov, 10am to noon · Tue 8 Dec, 10am to noon". */
export function sayDates({ t, now }: Reader, dates: ComingDate[]): string {
  const said = dates.map(({ starts_at, ends_at, status }) => {
    const when = `${sayDate(t, londonDay(starts_at), now)}, ${sayHours(t, starts_at, ends_at)}`;
    return status === 'cancelled' ? t('edit.date-off', { when }) : when;
  });
  return t('edit.next-dates', { dates: said.join(' · ') });
}
