import type { RecutMoves as Moves } from '../../../../api/contract/recut.ts';
import { Words } from '../../../components/words/words.tsx';
import { inLocale } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';

/** What would go from where to where: how many, and which. */
export function RecutMoves({ reader, moves }: { reader: Reader; moves: Moves[] }) {
  const { t, urls, locale } = reader;
  const nameOf = (area: Moves['from']) => (area ? inLocale(locale, area.name, area.name_cy).text : t('boundary.no-area'));
  return (
    <section class="stack" aria-labelledby="moves">
      <h2 id="moves">{t('boundary.moves')}</h2>
      {moves.length === 0 && <p>{t('boundary.moves-none')}</p>}
      {moves.map(({ from, to, count, names }) => (
        <details class="card">
          <summary>{t('boundary.flow', { count, from: nameOf(from), to: nameOf(to) })}</summary>
          <ul>
            {names.map(({ name, name_cy, slug }) => (
              <li>
                <a class="target" href={urls.asset(slug)}>
                  <Words reader={reader} en={name} cy={name_cy} />
                </a>
              </li>
            ))}
          </ul>
          {count > names.length && <p>{t('boundary.and-more', { count: count - names.length })}</p>}
        </details>
      ))}
    </section>
  );
}
