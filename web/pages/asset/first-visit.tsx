import type { ComponentChild } from 'preact';
import type { Asset } from '../../../api/contract/asset.ts';
import { capitalise, sayCost, sayList } from '../../i18n/format.ts';
import { languageName } from '../../i18n/locale.ts';
import type { Reader } from '../../reader.ts';

/** What someone wonders before the first time, and rarely dares to ask. */
export function FirstVisit({ reader, asset }: { reader: Reader; asset: Asset }) {
  const { t, locale } = reader;
  const visit = asset.first_visit;
  const lines: { question: string; answer: ComponentChild; written?: boolean }[] = [
    { question: t('visit.greeter'), answer: visit?.greeter, written: true },
    { question: t('visit.happens'), answer: visit?.happens, written: true },
    { question: t('visit.turn-up'), answer: turnUp(reader, asset) },
    { question: t('visit.cost'), answer: costInFull(reader, asset), written: Boolean(asset.cost.note) },
    { question: t('visit.access'), answer: accessInWords(reader, asset) },
    { question: t('visit.bus'), answer: asset.place?.bus, written: true },
    { question: t('visit.feel'), answer: visit?.feel, written: true },
    {
      question: t('visit.languages'),
      answer: sayList(
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
        {answered.map(({ question, answer, written }) => (
          <div>
            <dt>{question}</dt>
            <dd lang={written && locale !== 'en' ? 'en' : undefined}>{answer}</dd>
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
function costInFull({ t }: Reader, { cost }: Asset): string | null {
  const said = [sayCost(t, cost), cost.note].filter((part) => part !== null).map((part) => `${capitalise(part).replace(/\.$/, '')}.`);
  return said.length > 0 ? said.join(' ') : null;
}

function accessInWords({ t }: Reader, asset: Asset): string | null {
  const features = [...new Set([...asset.access, ...(asset.place?.access ?? [])])];
  return features.length > 0 ? capitalise(features.map((feature) => t(`access.${feature}`)).join('; ')) : null;
}
