import type { NamedArea } from '../../../../api/contract/people.ts';
import type { TodayAct, TodayItem, TodayReason } from '../../../../api/contract/today.ts';
import { ChoiceField } from '../../../components/choice-field/choice-field.tsx';
import { LineField } from '../../../components/line-field/line-field.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

interface CardActsProps {
  reader: Reader;
  form: FormState;
  item: TodayItem;
  areas: NamedArea[];
  card: string;
}

/** What to do about it, the likeliest answer first. */
export function CardActs({ reader, form, item, areas, card }: CardActsProps) {
  const { t, urls, locale } = reader;
  const { reason, assets, contact, proposal } = item;
  const [asset, other] = assets;
  const [first, ...rest] = proposal?.looks_like === 'service' ? (['signpost', 'published'] as const) : actsFor[reason];
  return (
    <>
      {reason === 'nowhere' && <LineField reader={reader} form={form} name={`words-${card}`} label={t('today.where')} maxLength={160} />}
      <p class="row acts">
        {reason === 'changed' && asset && (
          <a class="button" href={urls.editAsset(asset.id)}>
            {t('today.change-it')}
          </a>
        )}
        {reason === 'looked-for' && (
          <a class="button" href={urls.find({ q: item.name })}>
            {t('today.look-for')}
          </a>
        )}
        {first && <Act t={t} act={first} isFirst={reason !== 'changed' && reason !== 'looked-for'} />}
        {rest.map((act) => (
          <Act t={t} act={act} isFirst={false} />
        ))}
        {contact && (
          <a class="button quiet" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
            {t('checks.ring', { name: contact.name ?? contact.phone })}
          </a>
        )}
        {asset && other && (
          <a class="button quiet" href={urls.at(`/desk/duplicates/${asset.id}/${other.id}`)}>
            {t('today.both')}
          </a>
        )}
      </p>
      {reason === 'nowhere' && item.area === null && areas.length > 0 && (
        <details class="on-card">
          <summary class="target">{t('today.no-place-at-all')}</summary>
          <div class="stack tight">
            <ChoiceField
              reader={reader}
              form={form}
              name={`area-${card}`}
              label={t('today.which-area')}
              choices={areas.map(({ id, name, name_cy }) => ({ value: id, label: inLocale(locale, name, name_cy).text }))}
            />
            <Act t={t} act="in-area" isFirst={false} />
          </div>
        </details>
      )}
      {proposal && (
        <details class="on-card">
          <summary class="target">{t('today.act-left-out')}</summary>
          <div class="stack tight">
            <LineField reader={reader} form={form} name={`words-${card}`} label={t('today.reason')} maxLength={300} />
            <Act t={t} act="left-out" isFirst={false} />
          </div>
        </details>
      )}
      <details class="on-card">
        <summary class="target">{t('today.not-now')}</summary>
        <p class="row acts">
          <Act t={t} act="tomorrow" isFirst={false} />
          <Act t={t} act="next-week" isFirst={false} />
        </p>
      </details>
    </>
  );
}

const actsFor: Record<TodayReason, readonly TodayAct[]> = {
  'closed-soon': ['closed', 'still-on'],
  closed: ['closed', 'still-on'],
  changed: ['put-right', 'kept'],
  bounced: ['checked', 'closed'],
  lapsing: ['checked', 'closed'],
  unanswered: ['checked', 'closed'],
  proposed: ['published', 'signpost'],
  alike: ['two'],
  ending: ['goes-on', 'ends'],
  nowhere: ['placed'],
  'looked-for': ['noted'],
};

function Act({ t, act, isFirst }: { t: Reader['t']; act: TodayAct; isFirst: boolean }) {
  return (
    <button class={isFirst ? 'button' : 'button quiet'} type="submit" name="act" value={act}>
      {t(`today.act-${act}`)}
    </button>
  );
}
