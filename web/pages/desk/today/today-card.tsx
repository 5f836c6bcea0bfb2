import type { NamedArea } from '../../../../api/contract/people.ts';
import type { TodayAfter, TodayItem } from '../../../../api/contract/today.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { Words } from '../../../components/words/words.tsx';
import { sayAgo, sayFullDate, sayList } from '../../../i18n/format.ts';
import { inLocale } from '../../../i18n/locale.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { afterInAddress } from './after.ts';
import { CardActs } from './card-acts.tsx';
import { ProposalFacts } from './proposal-facts.tsx';

interface TodayCardProps {
  reader: Reader;
  form: FormState;
  item: TodayItem;
  areas: NamedArea[];
  /** Where this page of the list began. */
  after: TodayAfter | null;
  /** The key of the card below. */
  next: string;
  /** The card above was just finished: go on here. */
  isNext: boolean;
}

/** One thing that needs somebody: why, what is known of it, and what may be done about it right here. */
export function TodayCard({ reader, form, item, areas, after, next, isNext }: TodayCardProps) {
  const { urls } = reader;
  const card = cardName(item);
  const [asset, other] = item.assets;
  const name = <Words reader={reader} en={item.name} cy={item.name_cy} />;
  return (
    <li
      id={card}
      class="card stack tight today-card"
      tabIndex={isNext ? -1 : undefined}
      autofocus={isNext}
      aria-labelledby={`${card}-name`}
    >
      <p class="small soft">{sayWhy(reader, item)}</p>
      <h2 class="lead" id={`${card}-name`}>
        {asset ? <a href={urls.editAsset(asset.id)}>{name}</a> : name}
        {other && (
          <>
            {' · '}
            <a href={urls.editAsset(other.id)}>
              <Words reader={reader} en={other.name} cy={other.name_cy} />
            </a>
          </>
        )}
      </h2>
      {item.likenesses.length > 0 && <p class="small">{sayAlike(reader, item)}</p>}
      {item.text && <p class="their-words">“{item.text}”</p>}
      {item.proposal && <ProposalFacts reader={reader} proposal={item.proposal} />}
      {item.checked && <p class="small">{sayChecked(reader, item.checked)}</p>}
      <DeskForm reader={reader} form={form} action={deskFrom(reader, after)} name={card} class="stack tight">
        <input type="hidden" name="item" value={item.key} />
        <input type="hidden" name="next" value={next} />
        <CardActs reader={reader} form={form} item={item} areas={areas} card={card} />
      </DeskForm>
    </li>
  );
}

/** Names its boxes and its place on the page. */
const cardName = ({ key }: TodayItem) => key.replace(/[^\w-]/g, '-');

export const deskFrom = ({ urls }: Reader, after: TodayAfter | null) =>
  urls.desk() + (after ? `?after=${encodeURIComponent(afterInAddress(after))}` : '');

function sayWhy({ t, now, locale }: Reader, { reason, byGroup, on, weight, area }: TodayItem): string {
  const values = { date: on ? sayFullDate(t, on) : '', count: weight };
  const isSaid = reason === 'closed-soon' || reason === 'closed' || reason === 'changed';
  const why = byGroup && isSaid ? t(`today.group-${reason}`) : t(`today.${reason}`, values);
  const ago = on && (isSaid || reason === 'proposed') ? sayAgo(t, daysBetween(on, londonDay(now))) : null;
  const isSeen = weight > 0 && !['proposed', 'alike', 'looked-for'].includes(reason);
  return [why, ago, isSeen && t('today.seen', { count: weight }), area && inLocale(locale, area.name, area.name_cy).text]
    .filter(Boolean)
    .join(' · ');
}

const sayAlike = ({ t }: Reader, { likenesses }: TodayItem) =>
  t('today.alike-why', {
    why: sayList(
      t,
      likenesses.map((likeness) => t(`merge.${likeness}`)),
    ),
  });

const sayChecked = ({ t, now }: Reader, { on, by }: NonNullable<TodayItem['checked']>) =>
  t('today.checked', { checked: t(`check.${by}`, { ago: sayAgo(t, daysBetween(on, londonDay(now))) }) });
