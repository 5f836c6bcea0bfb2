import type { SettingName } from '../contract/settings.ts';
import { holidaySetting, termSetting } from './day-settings.ts';
import { kindSetting } from './kind-setting.ts';
import { phraseSetting, synonymsSetting } from './own-word-settings.ts';
import type { Setting } from './setting.ts';
import { signpostSetting } from './signpost-setting.ts';
import { textsSetting } from './texts-setting.ts';
import { joinSetting, topicSetting } from './topic-settings.ts';

export const allSettings: Record<SettingName, Setting> = {
  signpost: signpostSetting,
  topic: topicSetting,
  join: joinSetting,
  kind: kindSetting,
  texts: textsSetting,
  term: termSetting,
  holiday: holidaySetting,
  phrase: phraseSetting,
  synonyms: synonymsSetting,
};
