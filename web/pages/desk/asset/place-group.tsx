import type { PlaceChoice } from '../../../../api/contract/desk-asset.ts';
import { DeskChoice, DeskField, DeskTick } from '../../../components/desk-field/desk-field.tsx';
import { mapStrings } from '../../../components/map-place/map-place.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { Group } from './group.tsx';
import type { EditProps } from './load-edit.ts';
import { whereOf } from './read-place-boxes.ts';
import { sayChoice } from './say-choice.ts';
import { sayPart } from './say-part.ts';

/** Where it is: as it was, or one of the places that what was typed may mean. */
export function PlaceGroup({ reader, asset, topics, boxes: values, places, areas, form }: EditProps & { reader: Reader }) {
  const { t } = reader;
  const boxes = { reader, values, errors: form.errors };
  const standing = sayPart('place', { ...asset.state, point_privacy: 'public' }, { reader, names: asset.names, topics }).join(', ');
  const choices = [
    { value: 'same', label: standing ? t('edit.where-same', { place: standing }) : t('edit.where-same-none') },
    ...places.map((place) => ({ value: whereOf(place), label: sayChoice(reader, place) })),
    ...picked(reader, values, places),
    ...(standing ? [{ value: 'none', label: t('edit.where-none') }] : []),
  ];
  return (
    <Group id="where-group" title={t('edit.where')}>
      <fieldset class="choices" id="where">
        <legend class="unseen">{t('edit.where')}</legend>
        {choices.map(({ value, label }) => (
          <label class="tick">
            <input type="radio" name="where" value={value} checked={(values.where ?? 'same') === value} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div class="with-button">
        <DeskField boxes={boxes} name="place" label={t('edit.place')} hint={t('edit.place-hint')} maxLength={120} />
        <button class="button quiet" type="submit" name="do" value="look">
          {t('edit.place-look')}
        </button>
      </div>
      <div class="needs-script" data-desk-island="pick-point" data-props={JSON.stringify(pickPointProps(reader, asset.point))} />
      {asset.point === null && (
        <DeskChoice
          boxes={boxes}
          name="area"
          label={t('new.area')}
          hint={t('new.area-hint')}
          choices={areaChoices(reader, { asset, areas })}
        />
      )}
      {asset.may.readPrivate && (
        <DeskTick boxes={boxes} name="private_place">
          {t('edit.private-place')}
        </DeskTick>
      )}
    </Group>
  );
}

/** The one it has among them, whoever looks after that; and none. */
function areaChoices({ t, locale }: Reader, { asset, areas }: Pick<EditProps, 'asset' | 'areas'>) {
  const has = asset.state.area_id;
  const named = has === null ? undefined : asset.names.areas[has];
  const others = areas.filter(({ id }) => id !== has);
  return [
    { value: '', label: t('patch.no-area') },
    ...(has !== null && named ? [{ id: has, ...named }, ...others] : others).map(({ id, name, name_cy }) => ({
      value: id,
      label: inLocale(locale, name, name_cy).text,
    })),
  ];
}

const pickPointProps = ({ t }: Reader, from: EditProps['asset']['point']) => ({
  from,
  map: mapStrings(t),
  open: t('edit.map-open'),
  take: t('edit.map-take'),
  chosen: t('edit.map-chosen'),
  label: t('edit.map-label'),
  here: t('place.use-mine'),
  refused: t('place.refused'),
  failed: t('place.failed'),
});

/** A point that was chosen on the map, or of an earlier look: it stays among the choices. */
function picked({ t }: Reader, { where = 'same' }: Record<string, string>, places: PlaceChoice[]) {
  if (!where.startsWith('point:') || places.some((place) => whereOf(place) === where)) return [];
  return [{ value: where, label: t('edit.where-point', { point: where.slice(6).replace(',', ', ') }) }];
}
