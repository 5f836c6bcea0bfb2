import type { AssetName } from '../assets/load-names.ts';
import type { Hint } from '../contract/hint.ts';
import type { TopicWords } from '../contract/vocabulary.ts';
import type { BegunPlace } from '../places/list-places-begun.ts';

export const helpHint: Hint = {
  type: 'help',
  label: 'If you need help now',
  label_cy: 'Os oes angen help nawr',
  detail: 'who answers today',
  detail_cy: 'pwy sy’n ateb heddiw',
  slug: 'help-now',
};

export const presentTopicHint = ({ slug, label, label_cy, wish, wish_cy }: TopicWords): Hint => ({
  type: 'topic',
  ...{ label, label_cy, slug },
  detail: wish,
  detail_cy: wish_cy,
});

export const presentAssetHint = ({ slug, name, name_cy, kind_label, kind_label_cy, area_name, area_name_cy }: AssetName): Hint => ({
  type: 'asset',
  label: name,
  label_cy: name_cy,
  detail: [kind_label, area_name].filter(Boolean).join(' · '),
  detail_cy: [kind_label_cy ?? kind_label, area_name_cy ?? area_name].filter(Boolean).join(' · '),
  slug,
});

const placeWords: Record<string, [english: string, welsh: string]> = {
  town: ['Town', 'Tref'],
  village: ['Village', 'Pentref'],
  district: ['Part of town', 'Rhan o’r dref'],
  street: ['Street', 'Stryd'],
  landmark: ['Landmark', 'Tirnod'],
  postcode: ['Postcode', 'Cod post'],
};

export function presentPlaceHint({ name, type }: BegunPlace): Hint {
  const [detail = null, detail_cy = null] = placeWords[type] ?? [];
  return { type: 'place', label: name, label_cy: null, detail, detail_cy, slug: name };
}
