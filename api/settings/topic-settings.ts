import { slugChoices } from '../assets/make-slug.ts';
import { settingStates } from '../contract/settings.ts';
import { notFound } from '../errors.ts';
import { toSetting } from './setting.ts';
import {
  deleteTopic,
  giveTopic,
  holdTopics,
  joinRows,
  partAssets,
  partSignposts,
  partTopic,
  rememberJoin,
  saveTopic,
  topicInUse,
  topicRows,
} from './topic-queries.ts';

export const topicSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.topic,
  title: ({ label }) => label,
  rows: topicRows,
  async name(tx, { label }) {
    const taken = new Set((await topicRows(tx, null)).map(({ subject }) => subject));
    for (const { subject } of await joinRows(tx, null)) taken.add(subject);
    return slugChoices(label, label, ['topic']).find((slug) => !taken.has(slug)) ?? `topic-${taken.size}`;
  },
  wrong: async (tx, slug, state) => (state === null && (await topicInUse(tx, slug)) ? [{ field: null, wrong: 'topic-in-use' }] : []),
  save: (tx, state, { subject }) => saveTopic(tx, subject, state),
  remove: (tx, { subject }) => deleteTopic(tx, subject),
});

/** A topic that goes into another: all that had it has the other. What had which is kept, so that they can be parted again. */
export const joinSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.join,
  title: ({ into }) => into,
  rows: joinRows,
  wrong: async (tx, slug, state) =>
    state !== null && (state.into === slug || (await topicRows(tx, state.into)).length === 0) ? [{ field: 'into', wrong: 'missing' }] : [],
  async save(tx, { into }, { subject: slug }) {
    if ((await holdTopics(tx, [slug, into])).length < 2) throw notFound('One of the two topics is no longer there.');
    await rememberJoin(tx, slug, into);
    await giveTopic(tx, slug, into);
    await deleteTopic(tx, slug);
  },
  async remove(tx, { subject: slug }) {
    await partTopic(tx, slug);
    await partAssets(tx, slug);
    await partSignposts(tx, slug);
  },
});
