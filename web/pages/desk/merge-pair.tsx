import { type AssetPart, assetPartNames, differingParts } from '../../../api/contract/asset-parts.ts';
import { listParts, type OpenedPair, type PairedAsset } from '../../../api/contract/desk-pairs.ts';
import { isUuid } from '../../../api/contract/state-parts.ts';
import type { TopicNames } from '../../../api/contract/vocabulary.ts';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import { PartDiff } from '../../components/part-diff/part-diff.tsx';
import { Words } from '../../components/words/words.tsx';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage, DeskSent } from '../../server/desk-page.ts';
import { sayPart, type Telling } from './asset/say-part.ts';
import { sayTwo } from './duplicates/say-two.ts';

interface MergeProps {
  /** The list in whose report they were found alike. */
  run: string | undefined;
  pair: OpenedPair;
  topics: TopicNames;
  form: FormState;
}

/** Two assets side by side: which of them stays, and of each part whose words. */
export const mergePairPage: DeskFormPage<MergeProps> = {
  async load(data, { params, query, form }, viewer) {
    const [pair, topics] = await Promise.all([data.desk.openPair(viewer, [params.one ?? '', params.other ?? '']), data.topicNames()]);
    return { run: runIn(query), pair, topics, form };
  },
  async take(data, request, viewer) {
    const { reader, params, problemOf, typed } = request;
    const run = runIn(request.query);
    if (typed.form === 'apart') {
      const step = await sayTwo(data.desk, viewer, [params.one ?? '', params.other ?? '']);
      return run ? reader.urls.alikeInRun(run, step) : reader.urls.duplicates(step);
    }
    try {
      const kept = await data.desk.mergeAssets(viewer, readChoice(request));
      return run ? reader.urls.alikeInRun(run) : reader.urls.editAsset(kept, 'merged');
    } catch (error) {
      if (problemOf(error).type !== '/problems/edited-meanwhile') throw error;
      return [{ field: null, text: 'merge.meanwhile' }];
    }
  },
  title: (_props, { t }) => t('merge.pair-title'),
  style: 'desk-asset',
  Body: ({ reader, run, pair, topics, form }) => {
    const { t, urls } = reader;
    const { one, other } = pair;
    const telling = { reader, names: pair.names, topics };
    const parts = differingParts(one.state, other.state).filter((part) => part !== 'status');
    return (
      <div class="wrap stack loose narrow">
        <p>
          <a class="target" href={run ? urls.alikeInRun(run) : urls.duplicates()}>
            {t(run ? 'merge.back-to-list' : 'merge.back')}
          </a>
        </p>
        <h1>{t('merge.pair-title')}</h1>
        <DeskForm reader={reader} form={form} action={urls.mergePair(one.id, other.id, run)} name="apart" class="row">
          <button class="button quiet" type="submit">
            {t('merge.apart')}
          </button>
        </DeskForm>
        <DeskForm reader={reader} form={form} action={urls.mergePair(one.id, other.id, run)} name="merge">
          <input type="hidden" name="one_version" value={one.version} />
          <input type="hidden" name="other_version" value={other.version} />
          <fieldset class="choices">
            <legend class="lead">{t('merge.which')}</legend>
            <p class="soft">{t('merge.which-hint')}</p>
            {[one, other].map((asset, at) => (
              <label class="tick">
                <input
                  type="radio"
                  name="kept"
                  value={at === 0 ? 'one' : 'other'}
                  checked={(form.typed.kept ?? 'one') === (at === 0 ? 'one' : 'other')}
                />
                <AssetName reader={reader} asset={asset} />
              </label>
            ))}
          </fieldset>
          {parts.length > 0 && <h2>{t('merge.words')}</h2>}
          {parts.map((part) => (
            <Part part={part} pair={pair} telling={telling} typed={form.typed} />
          ))}
          <p>
            <button class="button" type="submit">
              {t('merge.do')}
            </button>
          </p>
        </DeskForm>
      </div>
    );
  },
};

const runIn = ({ run }: Record<string, unknown>) => (typeof run === 'string' && isUuid(run) ? run : undefined);

const isList = (part: AssetPart) => listParts.some((each) => each === part);

/** What the boxes choose; of a part that nobody chose, what the one that stays has. */
function readChoice({ typed, params }: DeskSent) {
  const [kept, merged] = typed.kept === 'other' ? (['other', 'one'] as const) : (['one', 'other'] as const);
  const chosen = (whose: string) => assetPartNames.filter((part) => typed[`take.${part}`] === whose);
  return {
    keptId: params[kept] ?? '',
    keptVersion: Number(typed[`${kept}_version`]),
    mergedId: params[merged] ?? '',
    mergedVersion: Number(typed[`${merged}_version`]),
    fromMerged: chosen(merged),
    fromBoth: chosen('both'),
  };
}

function AssetName({ reader, asset }: { reader: Reader; asset: PairedAsset }) {
  return (
    <span>
      <Words reader={reader} en={asset.state.name} cy={asset.state.name_cy} />{' '}
      <span class="soft small">{asset.shownAs === 'draft' ? reader.t('patch.state-draft') : `/around/${asset.slug}`}</span>
    </span>
  );
}

/** Where one of them says nothing, the other's words are the likelier choice; of lists, both. */
function Part({ part, pair, telling, typed }: { part: AssetPart; pair: OpenedPair; telling: Telling; typed: Record<string, string> }) {
  const { t } = telling.reader;
  const { one, other } = pair;
  const [left, right] = [sayPart(part, one.state, telling), sayPart(part, other.state, telling)];
  const likeliest = left.length === 0 ? 'other' : isList(part) && right.length > 0 ? 'both' : 'one';
  const chosen = typed[`take.${part}`] ?? likeliest;
  return (
    <PartDiff
      label={t(`part.${part}`)}
      before={{ label: t('merge.one', { name: one.state.name }), lines: left }}
      after={{ label: t('merge.one', { name: other.state.name }), lines: right }}
      nothing={t('edit.nothing-said')}
    >
      <fieldset class="ticks">
        <legend class="unseen">{t(`part.${part}`)}</legend>
        {(['one', 'other', ...(isList(part) ? (['both'] as const) : [])] as const).map((whose) => (
          <label class="tick">
            <input type="radio" name={`take.${part}`} value={whose} checked={chosen === whose} />
            <span>{t(`merge.take-${whose}`)}</span>
          </label>
        ))}
      </fieldset>
    </PartDiff>
  );
}
