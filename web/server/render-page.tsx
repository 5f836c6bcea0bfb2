import { renderToString } from 'preact-render-to-string';
import type { District } from '../../api/contract/district.ts';
import type { Problem } from '../../api/contract/problem.ts';
import { ProblemBody, problemTitle } from '../pages/problem.tsx';
import type { Reader } from '../reader.ts';
import type { BuiltFiles } from './built-files.ts';
import { Document } from './document.tsx';
import type { PreparedPage } from './page.ts';

export interface RenderSetting {
  reader: Reader;
  built: BuiltFiles;
  /** How others reach this site. */
  origin: string;
  /** Path and query string without the language's prefix. */
  address: string;
}

/** A whole page as HTML. */
export function renderPage(page: PreparedPage, district: District, { reader, built, origin, address }: RenderSetting): string {
  const setting = { reader, district, origin };
  return asHtml(
    <Document
      reader={reader}
      district={district}
      address={address}
      origin={origin}
      title={page.title}
      description={page.description}
      jsonLd={page.jsonLd(setting)}
      feeds={page.feeds}
      styles={page.style ? [page.style] : []}
      built={built}
    >
      {page.body(setting)}
    </Document>,
  );
}

/** An error as a page; works without a district, since the database may be what is missing. */
export function renderProblem(problem: Problem, district: District | null, { reader, built, origin, address }: RenderSetting): string {
  return asHtml(
    <Document
      reader={reader}
      district={district}
      address={address}
      origin={origin}
      title={problemTitle(problem, reader)}
      jsonLd={[]}
      built={built}
    >
      <ProblemBody problem={problem} reader={reader} />
    </Document>,
  );
}

/** A whole document. */
export const asHtml = (document: Parameters<typeof renderToString>[0]) => `<!doctype html>${renderToString(document)}`;
