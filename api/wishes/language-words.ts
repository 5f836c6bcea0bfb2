import { foldText } from '../search/fold-text.ts';
import { mutated } from '../search/other-forms.ts';
import type { Reader } from './wish-pieces.ts';

/** Spoken around here or likely to be; whether anything is held in one, the index knows. */
const codes =
  'en cy ga gd pl uk ru ar bn ur pa hi gu ta ml ne ro bg hu cs sk lt lv sq el tr ku fa ps so ti am sw yo ig pt es fr it de nl zh yue vi tl th ja ko';
const alsoCalled: Record<string, string> = {
  ...{ farsi: 'fa', dari: 'fa', bangla: 'bn', panjabi: 'pa', mandarin: 'zh', somalian: 'so', pashtu: 'ps' },
  ...{ bsl: 'bfi', 'sign language': 'bfi', 'british sign language': 'bfi', 'iaith arwyddion': 'bfi', 'iaith arwyddion prydain': 'bfi' },
};
/** Learned here by many, so that the word alone asks for lessons and talk. */
const learnedHere = new Set(['en', 'cy', 'pl', 'bfi']);

const byName = new Map(Object.entries(alsoCalled));
for (const locale of ['en', 'cy']) {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  for (const code of codes.split(' ')) {
    const name = foldText(names.of(code) ?? '');
    for (const form of locale === 'cy' ? [name, ...mutated(name)] : [name]) if (form && !byName.has(form)) byName.set(form, code);
  }
}

const spoken =
  /^(?:(.+) (?:speaking|speakers?|spoken)|(?:where (?:they|people) speak|(?:who |that )?speaks|who speak|in|yn|drwyr|trwyr|drwy gyfrwng y|trwy gyfrwng y|sy n siarad|syn siarad|siaradwyr) (.+))$/;
const lessons =
  /^(?:lessons?|class|classes|courses?|learn|learning|learners?|practice|conversation|beginners?|tuition|tutors?|gwersi|dysgu|dysgwyr|sgwrs)$/;

/** "Polish speaking", "in Welsh", "yn Gymraeg"; a language alone, unless it is one that people come here to learn. No lessons in one. */
export const readLanguage: Reader = ({ words, before, after }) => {
  if (lessons.test(before) || lessons.test(after)) return null;
  const said = spoken.exec(words);
  const code = byName.get(said?.[1] ?? said?.[2] ?? words);
  if (code === undefined) return null;
  return said || (before === '' && after === '' && !learnedHere.has(code)) ? { language: [code] } : null;
};
