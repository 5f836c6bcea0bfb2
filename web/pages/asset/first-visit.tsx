import type { ComponentChild } from 'preact';
import type { Asset } from '../../../api/contract/asset.ts';
import type { AccessFeature } from '../../../api/contract/vocabulary.ts';
import { PhotoFigure } from '../../components/photo-figure/photo-figure.tsx';
import { Words } from '../../components/words/words.tsx';
import { capitalise, endSentence, sayCost, sayLanguages, sayList } from '../../i18n/format.ts';
import { languageName } from '../../i18n/locale.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';

interface Line {
  question: string;
  answer: ComponentChild;
  /** How to name it among what nobody has told us yet; null: not worth asking for here. */
  unknown: MessageKey | null;
}

/** What someone wonders before the first time, and rarely dares to ask; the door to look for; and what we would like to be told. */
export function FirstVisit({ reader, asset }: { reader: Reader; asset: Asset }) {
  const { t, urls } = reader;
  const lines = linesOf(reader, asset);
  const answered = lines.filter(({ answer }) => answer);
  const missing = lines.flatMap(({ answer, unknown }) => (!answer && unknown ? [t(unknown)] : []));
  const door = asset.photos.find((photo) => photo.of_door);
  return (
    <section class="card visit stack tight" aria-labelledby="visit">
      <h2 id="visit">{t(isPlace(asset) ? 'visit.title-place' : 'visit.title')}</h2>
      {door && <PhotoFigure reader={reader} photo={door} />}
      <dl>
        {answered.map(({ question, answer }) => (
          <div>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <p class="soft small on-screen">
          {t('visit.not-known', { things: sayList(t, missing) })}{' '}
          <a class="target" href={urls.suggest(asset.slug)}>
            {t('visit.tell')}
          </a>
        </p>
      )}
    </section>
  );
}

function linesOf(reader: Reader, asset: Asset): Line[] {
  const { t, locale } = reader;
  const { first_visit: visit, place, just_turn_up: turnUp, bring_someone: bring } = asset;
  const written = (text: string | null | undefined) => (text ? <Words reader={reader} en={text} /> : null);
  const features = new Set([...asset.access, ...(place?.access ?? [])]);
  const ofPeople = isPlace(asset) ? null : true;
  return [
    { question: t('visit.greeter'), answer: written(visit?.greeter), unknown: null },
    { question: t('visit.happens'), answer: written(visit?.happens), unknown: null },
    {
      question: t('visit.turn-up'),
      answer: turnUp === null ? null : t(turnUp ? 'visit.turn-up-yes' : 'visit.turn-up-no'),
      unknown: ofPeople && 'visit.not-known-turn-up',
    },
    {
      question: t('visit.bring'),
      answer: bring === null ? null : t(bring ? 'visit.bring-yes' : 'visit.bring-no'),
      unknown: ofPeople && 'visit.not-known-bring',
    },
    { question: t('visit.cost'), answer: costInFull(reader, asset), unknown: ofPeople && 'visit.not-known-cost' },
    {
      question: t('visit.step-free'),
      answer: features.has('step-free') ? t('visit.step-free-yes') : null,
      unknown: place && 'visit.not-known-step-free',
    },
    { question: t('visit.toilets'), answer: inWords(reader, features, toilets), unknown: place && 'visit.not-known-toilets' },
    { question: t('visit.access'), answer: inWords(reader, features, otherFeatures), unknown: null },
    { question: t('visit.bus'), answer: written(place?.bus), unknown: place && 'visit.not-known-bus' },
    { question: t('visit.feel'), answer: written(visit?.feel), unknown: null },
    {
      question: t('visit.languages'),
      answer: sayLanguages(
        t,
        asset.languages.map((code) => capitalise(languageName(locale, code))),
      ),
      unknown: null,
    },
  ];
}

const isPlace = ({ kind }: Asset) => kind === 'place' || kind === 'story';

const toilets: AccessFeature[] = ['accessible-toilet', 'changing-place', 'baby-changing'];
const otherFeatures: AccessFeature[] = [
  'hearing-loop',
  'blue-badge-parking',
  'quiet-space',
  'seating',
  'large-print',
  'bsl',
  'dogs-welcome',
];

function inWords({ t }: Reader, has: Set<AccessFeature>, asked: AccessFeature[]): string | null {
  const there = asked.filter((feature) => has.has(feature)).map((feature) => t(`access.${feature}`));
  return there.length > 0 ? capitalise(endSentence(sayList(t, there))) : null;
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
