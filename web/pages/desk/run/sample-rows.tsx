import type { FilePeek } from '../../../../api/contract/import-run.ts';
import type { Reader } from '../../../reader.ts';

/** The first rows as they stand in the file; wide files scroll in their own box. */
export function SampleRows({ reader: { t }, peek }: { reader: Reader; peek: FilePeek }) {
  return (
    <div class="stack tight">
      <h2 id="sample">
        {t('runs.sample')} <small class="soft">({t('runs.rows', { count: peek.total })})</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="table-box" tabIndex={0} aria-labelledby="sample">
        <table>
          <thead>
            <tr>
              {peek.columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {peek.rows.map((row) => (
              <tr>
                {peek.columns.map((column) => (
                  <td>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
