import { assetPartNames, differingParts } from '../../../../api/contract/asset-parts.ts';
import type { WaitingEdit, WaitingNew, WaitingSuggestion } from '../../../../api/contract/desk-review.ts';
import { AssetHeading } from '../../../components/asset-heading/asset-heading.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import { PartDiff } from '../../../components/part-diff/part-diff.tsx';
import { Words } from '../../../components/words/words.tsx';
import { capitalise, sayAgo } from '../../../i18n/format.ts';
import { daysBetween, londonDay } from '../../../i18n/london-day.ts';
import type { Reader } from '../../../reader.ts';
import { sayPart, type Telling } from '../asset/say-part.ts';
import { AnswerForm } from './answer-form.tsx';

interface CardProps<Waiting> {
  telling: Telling;
  form: FormState;
  waiting: Waiting;
}

const ago = ({ t, now }: Reader, at: string) => sayAgo(t, daysBetween(londonDay(at), londonDay(now)));

/** What a neighbour said. */
export function SuggestionCard({ telling: { reader }, form, waiting }: CardProps<WaitingSuggestion>) {
  const { t } = reader;
  const { id, type, text, at, hears, asset } = waiting;
  return (
    <li class="card stack tight">
      <p class="small soft">
        {t(type === 'closed' ? 'review.says-closed' : 'review.says-different')} · {ago(reader, at)}
      </p>
      <AssetHeading reader={reader} asset={asset} />
      {text && <p class="line">“{text}”</p>}
      {hears && <p class="small soft">{t('review.hears')}</p>}
      <AnswerForm
        reader={reader}
        form={form}
        item={{ type: 'suggestion', id }}
        answers={
          type === 'closed'
            ? [
                { answer: 'accept', label: t('edit.retire') },
                { answer: 'change-first', label: t('review.change-first') },
              ]
            : [{ answer: 'change-first', label: t('review.change-it') }]
        }
        decline={t(type === 'closed' ? 'review.still-on' : 'review.leave')}
      />
    </li>
  );
}

/** What a builder would change, field by field against what is published. */
export function EditCard({ telling, form, waiting }: CardProps<WaitingEdit>) {
  const { reader } = telling;
  const { t } = reader;
  const { id, by, at, asset, standing, proposed, isOutOfDate } = waiting;
  return (
    <li class="card stack tight">
      <p class="small soft">
        {capitalise(t(standing.status === 'draft' ? 'review.would-add' : 'review.would-change', { name: by ?? t('published.the-group') }))}{' '}
        · {ago(reader, at)}
      </p>
      <AssetHeading reader={reader} asset={asset} />
      {differingParts(standing, proposed).map((part) => (
        <PartDiff
          label={t(`part.${part}`)}
          before={{ label: t('edit.theirs'), lines: sayPart(part, standing, telling) }}
          after={{ label: t('review.proposed'), lines: sayPart(part, proposed, telling) }}
          nothing={t('edit.nothing-said')}
        />
      ))}
      {isOutOfDate && <p class="said warn">{t('review.out-of-date')}</p>}
      <AnswerForm
        reader={reader}
        form={form}
        item={{ type: 'edit', id }}
        answers={[
          ...(isOutOfDate ? [] : [{ answer: 'accept' as const, label: t('edit.publish') }]),
          { answer: 'change-first', label: t('review.change-first') },
        ]}
        decline={t('review.decline')}
      />
    </li>
  );
}

/** Something new: everything that was told of it. */
export function NewCard({ telling, form, waiting }: CardProps<WaitingNew>) {
  const { reader } = telling;
  const { t, urls } = reader;
  const { id, at, state, when, place, contact, mayShow, hears, looksLike, lookAlikes } = waiting;
  const isService = looksLike === 'service';
  const told = assetPartNames
    .filter((part) => !['status', 'name', 'cost', 'languages'].includes(part))
    .map((part) => ({ label: t(`part.${part}`), lines: sayPart(part, state, telling) }));
  const facts = [
    ...told.filter(({ lines }) => lines.length > 0),
    { label: t('review.when'), lines: [when] },
    { label: t('review.place'), lines: [place] },
    { label: t(mayShow ? 'review.contact-shown' : 'review.contact-kept'), lines: [contact] },
  ].filter(({ lines }) => lines.some(Boolean));
  return (
    <li class="card stack tight">
      <p class="small soft">
        {t('review.new')} · {ago(reader, at)}
      </p>
      <h2 class="lead">{state.name}</h2>
      <dl class="told">
        {facts.map(({ label, lines }) => (
          <>
            <dt class="small soft">{label}</dt>
            <dd class="line">{lines.join('; ')}</dd>
          </>
        ))}
      </dl>
      {lookAlikes.length > 0 && (
        <p class="said warn">
          {t('review.like')}{' '}
          {lookAlikes.map((each, index) => (
            <>
              {index > 0 && ', '}
              <a href={urls.editAsset(each.id)}>
                <Words reader={reader} en={each.name} cy={each.name_cy} />
              </a>
            </>
          ))}
        </p>
      )}
      {isService && <p class="said warn">{t('review.like-a-service')}</p>}
      {hears && <p class="small soft">{t('review.hears')}</p>}
      <AnswerForm
        reader={reader}
        form={form}
        item={{ type: 'new', id }}
        answers={[
          ...(isService ? [{ answer: 'signpost' as const, label: t('review.signpost') }] : []),
          { answer: 'accept', label: t('edit.publish') },
          { answer: 'change-first', label: t('review.change-first') },
          ...(isService ? [] : [{ answer: 'signpost' as const, label: t('review.signpost') }]),
        ]}
        decline={t('review.decline')}
      />
    </li>
  );
}
