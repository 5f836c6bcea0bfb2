import { randomUUID } from 'node:crypto';
import { slugChoices } from '../assets/make-slug.ts';
import { settingStates } from '../contract/settings.ts';
import { recordChange } from '../search/record-change.ts';
import { toSetting } from './setting.ts';
import { insertSignpostRevision, saveSignpost, signpostRows, takenSignpostSlugs } from './signpost-queries.ts';

/** One is never deleted: retired, nobody finds it. */
export const signpostSetting = toSetting({
  right: 'signpost.edit',
  state: settingStates.signpost,
  title: ({ name }) => name,
  rows: signpostRows,
  name: async () => randomUUID(),
  async save(tx, state, { subject, now, by }) {
    const choices = slugChoices(state.name, subject, []);
    const taken = new Set((await takenSignpostSlugs(tx, choices)).map(({ slug }) => slug));
    await saveSignpost(tx, state, { id: subject, slug: choices.find((choice) => !taken.has(choice)) ?? subject, now });
    // An import leaves alone what a person's revision says has been edited here.
    await insertSignpostRevision(tx, { id: subject, now, by });
    await recordChange(tx, now, { signpostIds: [subject] });
  },
});
