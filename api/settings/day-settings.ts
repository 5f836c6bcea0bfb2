import { randomUUID } from 'node:crypto';
import { settingStates } from '../contract/settings.ts';
import { deleteHoliday, deleteTerm, holidayRows, saveHoliday, saveTerm, termRows } from './day-queries.ts';
import { toSetting } from './setting.ts';

/** When school is on, for what happens in term time alone. */
export const termSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.term,
  title: ({ name }) => name,
  rows: termRows,
  name: async () => randomUUID(),
  save: (tx, state, { subject }) => saveTerm(tx, subject, state),
  remove: (tx, { subject }) => deleteTerm(tx, subject),
});

/** Days on which all rests but what people do then. */
export const holidaySetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.holiday,
  title: ({ name }) => name,
  rows: holidayRows,
  name: async () => randomUUID(),
  save: (tx, state, { subject }) => saveHoliday(tx, subject, state),
  remove: (tx, { subject }) => deleteHoliday(tx, subject),
});
