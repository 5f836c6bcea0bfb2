import type { BulkChoice, BulkOptions } from '../../../../api/contract/bulk-filter.ts';
import { Words } from '../../../components/words/words.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** How many, and the first by name, so that nobody changes what they have not seen. */
export function ChosenOnes({ reader, chosen, kinds }: { reader: Reader; chosen: BulkChoice; kinds: BulkOptions['kinds'] }) {
  const { t, urls, locale } = reader;
  const kindOf = (slug: string) => {
    const kind = kinds.find((one) => one.slug === slug);
    return kind ? inLocale(locale, kind.label, kind.label_cy).text : slug;
  };
  return (
    <section class="stack tight narrow" aria-labelledby="chosen">
      <h2 id="chosen">{t('bulk.chosen', { count: chosen.count })}</h2>
      {chosen.count === 0 && <p>{t('bulk.none-hint')}</p>}
      {chosen.count > chosen.sample.length && <p class="soft">{t('bulk.some')}</p>}
      <ul class="run-rows">
        {chosen.sample.map(({ name, name_cy, slug, kind, status, area, area_cy }) => (
          <li class="run-row">
            <span class="row-name">
              {slug ? (
                <a href={urls.asset(slug)}>
                  <Words reader={reader} en={name} cy={name_cy} />
                </a>
              ) : (
                <Words reader={reader} en={name} cy={name_cy} />
              )}
            </span>
            <span class="soft small">
              {[kindOf(kind), area && inLocale(locale, area, area_cy).text, t(`bulk.status-${status}`)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
