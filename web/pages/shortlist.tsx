import type { Shortlist } from '../../api/contract/shortlist.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { Reader } from '../reader.ts';
import type { FormPage, PageSetting } from '../server/page.ts';
import { carryKept } from '../urls.ts';
import { CodeEntry } from './shortlist/code-entry.tsx';
import { KeptThings } from './shortlist/kept-things.tsx';
import { MakeCode } from './shortlist/make-code.tsx';
import { readSlugs } from './shortlist/read-slugs.ts';
import { TakeAway } from './shortlist/take-away.tsx';

interface ShortlistProps {
  /** As the address has them. */
  asked: string[];
  shortlist: Shortlist;
  topics: Topics;
  codeForm: FormState;
}

/** What someone kept, by what the address says: to look at, to print, and to hand on. */
export const shortlistPage: FormPage<ShortlistProps> = {
  async load(data, { query, formFor }) {
    const asked = readSlugs(query.ids);
    const [shortlist, topics] = await Promise.all([data.shortlist(asked.join(',')), data.topics()]);
    return { asked, shortlist, topics, codeForm: formFor('/shortlist', { quick: true }) };
  },
  /** A code for the list, and the way to its page. */
  async take(data, { typed, reader }) {
    const { code } = await data.keepShortlist(typed);
    return reader.urls.shared(code);
  },
  title: (_props, { t }) => t('keep.title'),
  style: 'takeaway',
  Body: ShortlistBody,
};

/** The browser keeps the list; without script the address does, and takes it along. */
function FindMore({ reader: { t, urls }, slugs }: { reader: Reader; slugs: string[] }) {
  const way = (href: string, more = '') => (
    <a class={`button quiet ${more}`.trim()} href={href}>
      {t(slugs.length > 0 ? 'keep.find-more' : 'keep.find')}
    </a>
  );
  if (slugs.length === 0) return way(urls.find());
  return (
    <>
      {way(urls.find(), 'needs-script')}
      <noscript>{way(carryKept(urls, slugs).find())}</noscript>
    </>
  );
}

function ShortlistBody({ reader, origin, asked, shortlist, topics, codeForm }: ShortlistProps & PageSetting) {
  const { t, urls } = reader;
  const slugs = shortlist.items.map(({ slug }) => slug);
  return (
    <div class="wrap stack wide-gap">
      <header class="stack tight">
        <h1>{t('keep.title')}</h1>
        <p class="lead">{t(slugs.length > 0 ? 'keep.lead' : 'keep.empty')}</p>
        <p class="row on-screen">
          <FindMore reader={reader} slugs={slugs} />
          {slugs.length > 0 && (
            <>
              <button type="button" class="button quiet" data-keep-all={slugs.join(',')} hidden>
                {t('keep.keep-all')}
              </button>
              <button type="button" class="button quiet needs-script" data-forget>
                {t('keep.forget')}
              </button>
            </>
          )}
        </p>
      </header>
      <KeptThings reader={reader} shortlist={shortlist} topics={topics} asked={asked} />
      {slugs.length > 0 && (
        <div class="columns even on-screen">
          <TakeAway reader={reader} slugs={slugs} address={origin + urls.shortlist(slugs)} />
          <MakeCode reader={reader} slugs={slugs} form={codeForm} />
        </div>
      )}
      <CodeEntry reader={reader} />
    </div>
  );
}
