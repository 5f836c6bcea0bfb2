import { costTypes } from '../../../../api/contract/asset-state.ts';
import { accessFeatures } from '../../../../api/contract/vocabulary.ts';
import { DeskChoice, DeskField, DeskTicks } from '../../../components/desk-field/desk-field.tsx';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import { inLocale, languageName } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { Group, Pair } from './group.tsx';
import { type EditProps, wordedBoxes } from './load-edit.ts';
import { PlaceGroup } from './place-group.tsx';
import { ticked } from './read-boxes.ts';
import { TimesGroup } from './times-group.tsx';
import { WorthALook } from './worth-a-look.tsx';

/** What is often spoken around here; one that an asset has beside them is offered too. */
const languages = ['en', 'cy', 'bfi', 'pl', 'ur', 'pa', 'bn', 'ar', 'uk', 'ro', 'zh', 'pt'];

type GroupProps = EditProps & { reader: Reader };

export function EditForm(props: GroupProps) {
  const { reader, asset, form, boxes } = props;
  const { t, urls } = reader;
  const kept = { kept: t('edit.kept-at'), failed: t('edit.keep-failed') };
  const plainer = { list: props.plainWords, boxes: wordedBoxes, offer: t('edit.say-instead'), word: t('edit.plainer') };
  return (
    <div data-desk-island="keep-draft" data-props={JSON.stringify(kept)}>
      <span data-desk-island="plainer-words" data-props={JSON.stringify(plainer)} />
      <DeskForm reader={reader} form={form} action={urls.editAsset(asset.id)} name="edit" class="stack loose edit-form">
        {/* The first button of a form is the one that Enter presses. */}
        <button class="unseen" type="submit" name="do" value="show" tabIndex={-1} aria-hidden="true" />
        {['version', 'was', 'looked', 'sessions', 'events', 'proposed', 'suggestion'].map((name) => (
          <input type="hidden" name={name} value={boxes[name] ?? ''} />
        ))}
        {props.said && (
          <blockquote class="said stack tight">
            <p class="soft small">{t('review.said')}</p>
            <p class="line">{props.said}</p>
          </blockquote>
        )}
        <WorthALook {...props} />
        <What {...props} />
        <TimesGroup {...props} />
        <PlaceGroup {...props} />
        <Joining {...props} />
        <Whom {...props} />
        <FirstVisit {...props} />
        <div class="edit-bar">
          <p class="row">
            <button class="button" type="submit" name="do" value="publish">
              {t(asset.may.publish ? (props.isHeld ? 'edit.publish-still' : 'edit.publish') : 'edit.propose')}
            </button>
            <button class="button quiet" type="submit" name="do" value="later">
              {t('edit.later')}
            </button>
          </p>
          <p class="small soft" role="status" data-kept />
        </div>
      </DeskForm>
    </div>
  );
}

function What({ reader, topics, boxes: values, form: { errors } }: GroupProps) {
  const { t, locale } = reader;
  const boxes = { reader, values, errors };
  return (
    <Group id="what" title={t('edit.what')}>
      <Pair>
        <DeskField boxes={boxes} name="name" label={t('part.name')} maxLength={160} lang="en" />
        <DeskField boxes={boxes} name="name_cy" label={t('part.name_cy')} maxLength={160} lang="cy" />
      </Pair>
      <Pair>
        <DeskField
          boxes={boxes}
          name="summary"
          label={t('part.summary')}
          hint={t('edit.summary-hint')}
          rows={3}
          maxLength={400}
          lang="en"
        />
        <DeskField boxes={boxes} name="summary_cy" label={t('part.summary_cy')} rows={3} maxLength={400} lang="cy" />
      </Pair>
      <Pair>
        <DeskField boxes={boxes} name="description" label={t('part.description')} rows={5} maxLength={4000} lang="en" />
        <DeskField boxes={boxes} name="description_cy" label={t('part.description_cy')} rows={5} maxLength={4000} lang="cy" />
      </Pair>
      <DeskChoice
        boxes={boxes}
        name="kind"
        label={t('part.kind')}
        choices={topics.kinds.map(({ slug, label, label_cy }) => ({ value: slug, label: inLocale(locale, label, label_cy).text }))}
      />
      <DeskTicks
        boxes={boxes}
        name="topics"
        legend={t('part.topics')}
        choices={topics.topics.map(({ slug, label, label_cy }) => ({
          name: `topic.${slug}`,
          label: inLocale(locale, label, label_cy).text,
        }))}
      />
    </Group>
  );
}

function Joining({ reader, boxes: values, form: { errors } }: GroupProps) {
  const { t, locale } = reader;
  const boxes = { reader, values, errors };
  const yesNo = [
    { value: '', label: t('edit.not-said') },
    { value: 'yes', label: t('edit.yes') },
    { value: 'no', label: t('edit.no') },
  ];
  const offered = [...new Set([...languages, ...ticked(values, 'language')])];
  return (
    <Group id="joining" title={t('edit.joining')}>
      <DeskField boxes={boxes} name="how_to_join" label={t('part.how_to_join')} hint={t('edit.join-hint')} rows={3} maxLength={600} />
      <Pair>
        <DeskChoice boxes={boxes} name="just_turn_up" label={t('part.just_turn_up')} choices={yesNo} />
        <DeskChoice boxes={boxes} name="bring_someone" label={t('part.bring_someone')} choices={yesNo} />
      </Pair>
      <Pair>
        <DeskChoice
          boxes={boxes}
          name="cost_type"
          label={t('part.cost')}
          choices={costTypes.map((type) => ({ value: type, label: t(`edit.cost-${type}`) }))}
        />
        <DeskField boxes={boxes} name="cost_pounds" label={t('edit.cost-pounds')} maxLength={8} inputMode="decimal" />
      </Pair>
      <DeskField boxes={boxes} name="cost_note" label={t('edit.cost-note')} maxLength={200} />
      <DeskTicks
        boxes={boxes}
        name="languages"
        legend={t('part.languages')}
        choices={offered.map((code) => ({ name: `language.${code}`, label: languageName(locale, code) }))}
      />
      <DeskTicks
        boxes={boxes}
        name="access"
        legend={t('part.access')}
        choices={accessFeatures.map((feature) => ({ name: `access.${feature}`, label: t(`access.${feature}`) }))}
      />
    </Group>
  );
}

function Whom({ reader, asset, boxes: values, form: { errors } }: GroupProps) {
  const { t } = reader;
  const boxes = { reader, values, errors };
  const hasGift = asset.may.readPrivate && (values.kind === 'people' || asset.state.gift !== null);
  return (
    <Group id="whom" title={t('edit.whom')}>
      <DeskField boxes={boxes} name="run_by" label={t('part.run_by')} maxLength={160} />
      <Pair>
        <DeskField boxes={boxes} name="contact_name" label={t('part.contact_name')} maxLength={160} />
        <DeskField boxes={boxes} name="contact_phone" label={t('part.contact_phone')} maxLength={40} inputMode="tel" />
        <DeskField boxes={boxes} name="contact_email" label={t('part.contact_email')} maxLength={254} inputMode="email" />
        <DeskField boxes={boxes} name="contact_web" label={t('part.contact_web')} maxLength={500} inputMode="url" />
      </Pair>
      {hasGift && (
        <fieldset class="stack private">
          <legend>{t('edit.gift')}</legend>
          <p class="soft small">{t('edit.gift-hint')}</p>
          <DeskField boxes={boxes} name="gift.relay_contact" label={t('edit.gift-relay')} maxLength={200} />
          <Pair>
            <DeskField boxes={boxes} name="gift.consented_on" label={t('edit.gift-consented')} isDate />
            <DeskField boxes={boxes} name="gift.expires_on" label={t('edit.gift-expires')} isDate />
          </Pair>
        </fieldset>
      )}
    </Group>
  );
}

function FirstVisit({ reader, boxes: values, form: { errors } }: GroupProps) {
  const { t } = reader;
  const boxes = { reader, values, errors };
  return (
    <Group id="first-visit" title={t('edit.first-visit')}>
      <DeskField boxes={boxes} name="greeter" label={t('part.greeter')} maxLength={160} />
      <DeskField boxes={boxes} name="what_happens" label={t('part.what_happens')} rows={4} maxLength={1000} />
      <DeskField boxes={boxes} name="feel" label={t('part.feel')} rows={3} maxLength={600} />
    </Group>
  );
}
