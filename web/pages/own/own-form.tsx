import type { ComponentChildren } from 'preact';
import { costTypes } from '../../../api/contract/asset-state.ts';
import { DeskChoice, DeskField, DeskTick } from '../../components/desk-field/desk-field.tsx';
import { Island } from '../../components/island/island.tsx';
import { OpenForm } from '../../components/open-form/open-form.tsx';
import type { Reader } from '../../reader.ts';
import { whereOf } from '../desk/asset/read-place-boxes.ts';
import { sayChoice } from '../desk/asset/say-choice.ts';
import { sayPart } from '../desk/asset/say-part.ts';
import { sessionLabel, Understood } from '../desk/asset/times-group.tsx';
import type { OwnProps, Writing } from '../own.tsx';
import { formOf } from './form-of.ts';

type Props = Omit<OwnProps, 'writing'> & { writing: Writing; reader: Reader };

/** What we ask of whoever adds something, filled in as it stands; times, cost and how to reach them change at once. */
export function OwnForm(props: Props) {
  const { reader, token, own, writing } = props;
  const { t, urls } = reader;
  const form = formOf(props.form, 'write');
  const boxes = { reader, values: writing.boxes, errors: form.errors };
  const isWelshToo = reader.locale === 'cy' || own.written?.name_cy != null || own.written?.summary_cy != null;
  return (
    <section class="stack" aria-labelledby="own-write">
      <h2 id="own-write">{t('own.write')}</h2>
      <OpenForm reader={reader} form={form} action={urls.own(token)}>
        <input type="hidden" name="answer" value="write" />
        <input type="hidden" name="version" value={writing.boxes.version} />
        <Question>
          <DeskField boxes={boxes} name="name" label={t('add.name')} maxLength={160} lang="en" />
          {isWelshToo && <DeskField boxes={boxes} name="name_cy" label={t('part.name_cy')} maxLength={160} lang="cy" />}
        </Question>
        <Question>
          <DeskField
            boxes={boxes}
            name="summary"
            label={t('add.happens')}
            hint={t('own.summary-hint')}
            rows={3}
            maxLength={400}
            lang="en"
          />
          {isWelshToo && <DeskField boxes={boxes} name="summary_cy" label={t('part.summary_cy')} rows={3} maxLength={400} lang="cy" />}
          <DeskField boxes={boxes} name="description" label={t('part.description')} rows={4} maxLength={4000} lang="en" />
        </Question>
        <Question>
          <h3>{t('add.where-when')}</h3>
          <Times {...props} />
          <Place {...props} />
        </Question>
        <Question>
          <DeskField boxes={boxes} name="how_to_join" label={t('add.join')} hint={t('add.join-hint')} rows={2} maxLength={600} />
          <DeskChoice
            boxes={boxes}
            name="cost_type"
            label={t('part.cost')}
            choices={costTypes.map((type) => ({ value: type, label: t(`edit.cost-${type}`) }))}
          />
          <DeskField boxes={boxes} name="cost_pounds" label={t('edit.cost-pounds')} maxLength={8} inputMode="decimal" />
          <DeskField boxes={boxes} name="cost_note" label={t('edit.cost-note')} maxLength={200} />
        </Question>
        <Question>
          <h3>{t('add.contact-title')}</h3>
          <p class="soft small">{t('own.contact-hint')}</p>
          <DeskField boxes={boxes} name="contact_name" label={t('part.contact_name')} maxLength={160} />
          <DeskField boxes={boxes} name="contact_phone" label={t('part.contact_phone')} maxLength={40} inputMode="tel" />
          <DeskField boxes={boxes} name="contact_email" label={t('part.contact_email')} maxLength={254} inputMode="email" />
          <DeskField boxes={boxes} name="contact_web" label={t('part.contact_web')} maxLength={500} inputMode="url" />
        </Question>
        <p class="row">
          <button class="button" type="submit" name="do" value="keep">
            {t('own.keep')}
          </button>
          <button class="button quiet" type="submit" name="do" value="show">
            {t('edit.show-dates')}
          </button>
        </p>
        <p class="soft">{t('own.keep-next')}</p>
      </OpenForm>
    </section>
  );
}

const Question = ({ children }: { children: ComponentChildren }) => <div class="question stack">{children}</div>;

function Times({ reader, form: all, writing: { boxes: values, read, dates } }: Props) {
  const { t, urls } = reader;
  const boxes = { reader, values, errors: formOf(all, 'write').errors };
  const sessions = Number(values.sessions ?? 0);
  const events = Number(values.events ?? 0);
  return (
    <>
      <p class="soft small">{t('own.times-hint')}</p>
      {Array.from({ length: sessions + 1 }, (_, at) => (
        <>
          <Island name="plain-times" props={{ href: urls.addTimes() }}>
            <DeskField boxes={boxes} name={`s${at}.words`} label={sessionLabel(t, at, sessions)} rows={2} maxLength={600} />
            <Understood reader={reader} told={read.told[`s${at}.words`] ?? []} dates={dates[`s${at}`] ?? []} />
          </Island>
          {at < sessions && <DeskField boxes={boxes} name={`s${at}.note`} label={t('edit.times-note')} maxLength={300} />}
        </>
      ))}
      {Array.from({ length: events }, (_, at) => (
        <>
          <DeskField boxes={boxes} name={`e${at}.words`} label={values[`e${at}.name`] || t('edit.event')} maxLength={200} />
          <DeskTick boxes={boxes} name={`e${at}.cancelled`}>
            {t('edit.event-cancelled')}
          </DeskTick>
        </>
      ))}
    </>
  );
}

/** Where it is now; and, once something else was typed, what that may be. */
function Place({ reader, own, form: all, writing: { boxes: values, places } }: Props) {
  const { t } = reader;
  const boxes = { reader, values, errors: formOf(all, 'write').errors };
  const standing = own.written
    ? sayPart('place', own.written, { reader, names: own.names, topics: { topics: [], kinds: [] } }).join(', ')
    : '';
  const same = { value: 'same', label: standing ? t('edit.where-same', { place: standing }) : t('edit.where-same-none') };
  return (
    <>
      <DeskField
        boxes={boxes}
        name="place"
        label={standing ? t('own.place', { place: standing }) : t('add.place')}
        hint={t('add.place-hint')}
        maxLength={120}
      />
      {places.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{t('edit.where')}</legend>
          <input type="hidden" name="looked" value={values.place?.trim()} />
          {[...places.map((place) => ({ value: whereOf(place), label: sayChoice(reader, place) })), same].map(({ value, label }, at) => (
            <label class="tick">
              <input
                type="radio"
                name="where"
                value={value}
                checked={values.looked === values.place?.trim() ? values.where === value : at === 0}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
