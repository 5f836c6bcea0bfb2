import type { AlikeAtDesk, NewAsset, PlaceChoice, TwoNames } from '../../../api/contract/desk-asset.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import { type AssetKind, assetKinds, type Topics } from '../../../api/contract/vocabulary.ts';
import { DeskChoice, DeskField } from '../../components/desk-field/desk-field.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { inLocale } from '../../i18n/locale.ts';
import type { DeskFormPage } from '../../server/desk-page.ts';
import type { PageSetting } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import { readPlaceBoxes, whereOf } from './asset/read-place-boxes.ts';
import { sayChoice } from './asset/say-choice.ts';
import { IsItOneOfThese } from './new-asset/is-it-one-of-these.tsx';

interface NewAssetProps {
  form: FormState;
  topics: Topics;
  /** Where it may be, of what was typed. */
  places: PlaceChoice[];
  /** What is here already and may be the same. */
  alike: AlikeAtDesk[];
  areas: (TwoNames & { id: string })[];
}

/** What is new: its name, its kind and where it is; then whether it is here already, and on to the page on which it is written. */
export const newAssetPage: DeskFormPage<NewAssetProps> = {
  async load(data, { form }, viewer) {
    const [topics, areas, places] = await Promise.all([
      data.topics(),
      data.desk.areasFor(viewer, 'asset.draft'),
      data.desk.findPlaces(form.typed.place ?? ''),
    ]);
    const read = form.typed.name && form.errors.length === 0 ? await readBegun(data, form.typed) : null;
    return { form, topics, areas, places, alike: read ? await data.desk.findAlike(viewer, read.begun) : [] };
  },
  async take(data, { typed, reader }, viewer) {
    const { begun, errors } = await readBegun(data, typed);
    if (errors.length > 0) return errors;
    const areaId = await data.desk.areaWhere(begun);
    if (!data.desk.mayDo(viewer, 'asset.draft', areaId))
      return [{ field: begun.area_id === areaId ? 'area' : 'place', text: 'new.elsewhere' }];
    if (begun.kind === 'people' && !data.desk.mayDo(viewer, 'private.read', areaId)) return [{ field: 'kind', text: 'new.gift' }];
    if (typed.do !== 'another' && (await data.desk.findAlike(viewer, begun)).length > 0) return [];
    return reader.urls.editAsset(await data.desk.startAsset(viewer, begun), 'begun');
  },
  title: ({ form }, { t }) => (form.errors.length > 0 ? t('form.title', { title: t('new.title') }) : t('new.title')),
  style: 'desk-asset',
  Body: NewAssetBody,
};

async function readBegun({ desk }: PageData, typed: Record<string, string>): Promise<{ begun: NewAsset; errors: FormError[] }> {
  const name = typed.name?.trim() ?? '';
  const kind = assetKinds.find((each) => each === typed.kind);
  const place = await readPlaceBoxes(typed, { venue_id: null, lat: null, lng: null }, desk);
  const errors: FormError[] = [
    ...(name === '' ? [{ field: 'name', text: 'edit.wrong-name' as const }] : []),
    ...(name.length > longestName ? [{ field: 'name', text: 'edit.too-long' as const }] : []),
    ...(kind ? [] : [{ field: 'kind', text: 'edit.wrong-kind' as const }]),
    ...place.errors,
  ];
  return {
    begun: { name, kind: kind ?? usualKind, ...place.state, area_id: isUuid(typed.area ?? '') ? (typed.area ?? null) : null },
    errors,
  };
}

const longestName = 160;
const usualKind: AssetKind = 'group';

function NewAssetBody(props: NewAssetProps & PageSetting) {
  const { reader, form, topics, areas } = props;
  const { t, urls, locale } = reader;
  const boxes = { reader, values: { kind: usualKind, ...form.typed }, errors: form.errors };
  return (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <h1>{t('new.title')}</h1>
        <p class="lead">{t('new.lead')}</p>
      </header>
      <DeskForm reader={reader} form={form} action={urls.newAsset()} class="stack loose edit-form">
        {/* The first button of a form is the one that Enter presses. */}
        <button class="unseen" type="submit" name="do" value="begin" tabIndex={-1} aria-hidden="true" />
        <IsItOneOfThese {...props} />
        <DeskField boxes={boxes} name="name" label={t('part.name')} maxLength={longestName} />
        <DeskChoice
          boxes={boxes}
          name="kind"
          label={t('part.kind')}
          choices={topics.kinds.map(({ slug, label, label_cy }) => ({ value: slug, label: inLocale(locale, label, label_cy).text }))}
        />
        <Where {...props} />
        {areas.length > 1 && (
          <DeskChoice
            boxes={boxes}
            name="area"
            label={t('new.area')}
            hint={t('new.area-hint')}
            choices={areas.map(({ id, name, name_cy }) => ({ value: id, label: inLocale(locale, name, name_cy).text }))}
          />
        )}
        {areas.length === 1 && <input type="hidden" name="area" value={areas[0]?.id} />}
        <p>
          <button class="button" type="submit" name="do" value="begin">
            {t('new.begin')}
          </button>
        </p>
      </DeskForm>
    </div>
  );
}

/** The place as typed, and where that may be: the likeliest first. */
function Where({ reader, form, places }: NewAssetProps & PageSetting) {
  const { t } = reader;
  const boxes = { reader, values: form.typed, errors: form.errors };
  const typed = form.typed.place?.trim() ?? '';
  const chosen = form.typed.looked === typed ? form.typed.where : undefined;
  const choices = [
    ...places.map((place) => ({ value: whereOf(place), label: sayChoice(reader, place) })),
    { value: 'none', label: t('edit.where-none') },
  ];
  return (
    <>
      <DeskField boxes={boxes} name="place" label={t('new.place')} hint={t('new.place-hint')} maxLength={120} />
      {places.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{t('edit.where')}</legend>
          <input type="hidden" name="looked" value={typed} />
          {choices.map(({ value, label }, at) => (
            <label class="tick">
              <input type="radio" name="where" value={value} checked={chosen ? chosen === value : at === 0} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
