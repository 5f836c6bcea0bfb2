import { settingStates } from '../contract/settings.ts';
import { toSetting } from './setting.ts';
import { saveTexts, textsRows } from './texts-queries.ts';

/** What every page says of the place; there is one of it. */
export const textsSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.texts,
  title: ({ place }) => place,
  rows: textsRows,
  name: async () => 'district',
  save: (tx, state) => saveTexts(tx, state),
});
