import type { ComponentChild } from 'preact';
import type { Asset } from '../../../api/contract/asset.ts';
import { Words } from '../../components/words/words.tsx';
import { capitalise, endSentence, sayCost, sayLanguages } from '../../i18n/format.ts';
import { languageName } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** What someone wonders before the first time, and rarely dares to ask. */
export function FirstVisit({ reader, asset }: { reader: Reader; asset: Asset }) {
  const { t, locale } = reader;
  const visit = asset.first_visit;
  const written = (text: string | null | undefined) => (text ? <Words reader={reader} en={text} /> : null);
  const lines: { question: string; answer: ComponentChild }[] = [
    { question: t('visit.greeter'), answer: written(visit?.greeter) },
    { question: t('visit.happens'), answer: written(visit?.happens) },
    { question: t(asset.just_turn_up === null ? 'visit.bring' : 'visit.turn-up'), answer: turnUp(reader, asset) },
    { question: t('visit.cost'), answer: costInFull(reader, asset) },
    { question: t('visit.access'), answer: accessInWords(reader, asset) },
    { question: t('visit.bus'), answer: written(asset.place?.bus) },
    { question: t('visit.feel'), answer: written(visit?.feel) },
    {
      question: t('visit.languages'),
      answer: sayLanguages(
        t,
        asset.languages.map((code) => capitalise(languageName(locale, code))),
      ),
    },
  ];
  const answered = lines.filter((line) => line.answer);
  if (answered.length === 0) return null;
  return (
    <section class="card visit stack tight" aria-labelledby="visit">
      <h2 id="visit">{t(asset.kind === 'place' || asset.kind === 'story' ? 'visit.title-place' : 'visit.title')}</h2>
      <dl>
        {answered.map(({ question, answer }) => (
          <div>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function turnUp({ t }: Reader, { just_turn_up: turn, bring_someone: bring }: Asset): string | null {
  const said = [
    turn === null ? null : t(turn ? 'visit.turn-up-yes' : 'visit.turn-up-no'),
    bring === null ? null : t(bring ? 'visit.bring-yes' : 'visit.bring-no'),
  ].filter(Boolean);
  return said.length > 0 ? said.join(' ') : null;
}

/** "Free. Tea 50p." */
function costInFull(reader: Reader, { cost }: Asset): ComponentChild {
  const said = sayCost(reader.t, cost);
  if (!said && !cost.note) return null;
  return (
    <>
      {said && endSentence(capitalise(said))} {cost.note && <Words reader={reader} en={endSentence(capitalise(cost.note))} />}
    </>
  );
}

function accessInWords({ t }: Reader, asset: Asset): string | null {
  const features = [...new Set([...asset.access, ...(asset.place?.access ?? [])])];
  return features.length > 0 ? capitalise(features.map((feature) => t(`access.${feature}`)).join('; ')) : null;
}
