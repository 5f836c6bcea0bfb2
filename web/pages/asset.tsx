import type { Asset } from '../../api/contract/asset.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import { AssetActions } from '../components/asset-actions/asset-actions.tsx';
import { CoordinatorCard } from '../components/coordinator-card/coordinator-card.tsx';
import type { FormState } from '../components/open-form/open-form.tsx';
import { Words } from '../components/words/words.tsx';
import { inLocale, otherLocale } from '../i18n/locale.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { assetJsonLd } from './asset/asset-json-ld.ts';
import { AssetPhotos } from './asset/asset-photos.tsx';
import { Checked } from './asset/checked.tsx';
import { FirstVisit } from './asset/first-visit.tsx';
import { HowToJoin } from './asset/how-to-join.tsx';
import { OthersLike } from './asset/others-like.tsx';
import { PrintedFoot } from './asset/printed-foot.tsx';
import { RegularTimes } from './asset/regular-times.tsx';
import { WhereItIs } from './asset/where-it-is.tsx';
import { WhoRunsIt } from './asset/who-runs-it.tsx';
import { readSlugs } from './shortlist/read-slugs.ts';

interface AssetProps {
  asset: Asset;
  /** What the address says is kept, for readers without script. */
  kept: string[];
  topics: Topics;
  stillRight: FormState;
}

/** One thing around here: enough to come along without asking first. */
export const assetPage: Page<AssetProps> = {
  async load(data, { params, query, formFor }) {
    const [asset, topics] = await Promise.all([data.asset(params.slug ?? ''), data.topics()]);
    return { asset, topics, kept: readSlugs(query.ids), stillRight: formFor(`/around/${asset.slug}/still-right`, { quick: true }) };
  },
  note(data, { asset }, { isProgram }) {
    if (!isProgram) data.noteView(asset.id);
  },
  title: ({ asset }, { locale }) => inLocale(locale, asset.name, asset.name_cy).text,
  description: ({ asset }, { locale }) => inLocale(locale, asset.summary, asset.summary_cy).text,
  jsonLd: ({ asset }, { reader }) => assetJsonLd(reader, asset),
  feeds: ({ asset }, { urls }) => (asset.dates.length > 0 ? [{ format: 'ics', href: urls.assetCalendar(asset.slug) }] : []),
  style: 'asset',
  Body: AssetBody,
};

function AssetBody({ reader, asset, kept, topics, district, origin, stillRight }: AssetProps & PageSetting) {
  return (
    <div class="wrap columns side asset-page">
      <article class="stack loose">
        <AssetHeading reader={reader} asset={asset} topics={topics} />
        <AssetActions reader={reader} asset={asset} kept={kept} origin={origin} />
        <FirstVisit reader={reader} asset={asset} />
        <RegularTimes reader={reader} asset={asset} />
        <Description reader={reader} asset={asset} />
        <AssetPhotos reader={reader} photos={asset.photos} />
        <HowToJoin reader={reader} asset={asset} />
        <Checked reader={reader} asset={asset} district={district} stillRight={stillRight} />
      </article>
      <aside class="stack loose">
        <WhereItIs reader={reader} asset={asset} />
        <WhoRunsIt reader={reader} asset={asset} />
        {asset.coordinator && <CoordinatorCard reader={reader} coordinator={asset.coordinator} />}
        <OthersLike reader={reader} id="similar" title={reader.t('asset.similar')} listings={asset.similar} topics={topics} />
        <OthersLike reader={reader} id="nearby" title={reader.t('asset.nearby')} listings={asset.nearby} topics={topics} />
        <PrintedFoot reader={reader} asset={asset} origin={origin} />
      </aside>
    </div>
  );
}

function AssetHeading({ reader, asset, topics }: { reader: Reader; asset: Asset; topics: Topics }) {
  const { urls, locale } = reader;
  const kind = topics.kinds.find((each) => each.slug === asset.kind);
  const named = topics.topics.filter((topic) => asset.topics.includes(topic.slug));
  const other = otherLocale(locale);
  const otherName = other === 'cy' ? asset.name_cy : asset.name_cy && asset.name;
  return (
    <header class="stack tight">
      <ul class="row small tags">
        {kind && (
          <li>
            <a class={`target kind-${asset.kind}`} href={urls.find({ kind: [kind.slug] })}>
              <b>
                <Words reader={reader} en={kind.label} cy={kind.label_cy} />
              </b>
            </a>
          </li>
        )}
        {named.map((topic) => (
          <li>
            <a class="target" href={urls.find({ topic: [topic.slug] })}>
              <Words reader={reader} en={topic.label} cy={topic.label_cy} />
            </a>
          </li>
        ))}
      </ul>
      <h1>
        <Words reader={reader} en={asset.name} cy={asset.name_cy} />
      </h1>
      {otherName && otherName !== inLocale(locale, asset.name, asset.name_cy).text && (
        <p class="soft other-name" lang={other}>
          {otherName}
        </p>
      )}
      <p class="lead">
        <Words reader={reader} en={asset.summary} cy={asset.summary_cy} />
      </p>
    </header>
  );
}

/** Plain paragraphs, parted by blank lines. */
function Description({ reader, asset }: { reader: Reader; asset: Asset }) {
  if (!asset.description) return null;
  const { text, lang } = inLocale(reader.locale, asset.description, asset.description_cy);
  return (
    <section class="stack tight prose" aria-labelledby="more">
      <h2 id="more">{reader.t('asset.more')}</h2>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p lang={lang}>{paragraph}</p>
      ))}
    </section>
  );
}
