import { settingStates } from '../contract/settings.ts';
import { kindRows, saveKind } from './kind-queries.ts';
import { toSetting } from './setting.ts';

export const kindSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.kind,
  title: ({ label }) => label,
  rows: kindRows,
  async wrong(tx, slug, state) {
    const others = (await kindRows(tx, null)).filter(({ subject }) => subject !== slug);
    return others.some((other) => settingStates.kind.parse(other.state).letter === state?.letter)
      ? [{ field: 'letter', wrong: 'letter-taken' }]
      : [];
  },
  save: (tx, state, { subject }) => saveKind(tx, subject, state),
});
