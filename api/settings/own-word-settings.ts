import { randomUUID } from 'node:crypto';
import { settingStates } from '../contract/settings.ts';
import { deletePhrase, deleteSynonyms, phraseRows, savePhrase, saveSynonyms, synonymsRows } from './own-word-queries.ts';
import { toSetting } from './setting.ts';
import { leadsToHelp, wrongPhrase, wrongWord } from './word-rules.ts';

export const phraseSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.phrase,
  title: ({ phrases }) => phrases[0] ?? '',
  rows: phraseRows,
  name: async () => randomUUID(),
  wrong: async (_tx, _id, state) => [
    ...firstWrong('phrases', state?.phrases ?? [], wrongPhrase),
    ...firstWrong('words', state?.words ?? [], wrongWord),
  ],
  save: (tx, state, { subject }) => savePhrase(tx, subject, state),
  remove: (tx, { subject }) => deletePhrase(tx, subject),
});

export const synonymsSetting = toSetting({
  right: 'vocabulary.edit',
  state: settingStates.synonyms,
  title: ({ words, replaces }) => words.join(', ') || (replaces ?? '').replaceAll('|', ', '),
  rows: synonymsRows,
  name: async () => randomUUID(),
  async wrong(_tx, _id, state) {
    if (state === null) return [];
    if (leadsToHelp(state.replaces?.split('|') ?? [])) return [{ field: null, wrong: 'led-to-help' }];
    return firstWrong('words', state.words, wrongPhrase);
  },
  save: (tx, state, { subject }) => saveSynonyms(tx, subject, state),
  remove: (tx, { subject }) => deleteSynonyms(tx, subject),
});

function firstWrong<Code>(field: string, texts: string[], judge: (text: string) => Code | null): { field: string; wrong: Code }[] {
  for (const text of texts) {
    const wrong = judge(text);
    if (wrong !== null) return [{ field, wrong }];
  }
  return [];
}
