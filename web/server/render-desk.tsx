import type { District } from '../../api/contract/district.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { DeskFooter } from '../components/desk-shell/desk-footer.tsx';
import { DeskHeader } from '../components/desk-shell/desk-header.tsx';
import { DeskProblem, deskProblemTitle } from '../pages/desk/problem.tsx';
import type { PreparedDeskPage, ShownLink } from './desk-page.ts';
import { Document } from './document.tsx';
import { asHtml, type RenderSetting } from './render-page.tsx';

export interface DeskSetting {
  viewer: SignedIn;
  links: ShownLink[];
  formToken(): string;
  district: District | null;
  setting: RenderSetting;
}

/** A whole page of the desk as HTML. */
export function renderDeskPage(page: PreparedDeskPage, desk: DeskSetting & { district: District }): string {
  const { reader, origin } = desk.setting;
  return frame(desk, { title: page.title, styles: page.styles, body: page.body({ reader, district: desk.district, origin }) });
}

export function renderDeskProblem(problem: Problem, desk: DeskSetting): string {
  const { reader } = desk.setting;
  return frame(desk, {
    title: deskProblemTitle(problem, reader),
    styles: ['desk'],
    body: <DeskProblem problem={problem} reader={reader} />,
  });
}

function frame(
  { viewer, links, formToken, district, setting }: DeskSetting,
  { title, styles, body }: { title: string; styles: string[]; body: ReturnType<PreparedDeskPage['body']> },
): string {
  const { reader, address } = setting;
  return asHtml(
    <Document
      {...setting}
      district={district}
      title={title}
      jsonLd={[]}
      styles={styles}
      frame={{
        header: <DeskHeader reader={reader} viewer={viewer} links={links} token={formToken()} />,
        footer: <DeskFooter reader={reader} address={address} />,
      }}
    >
      {body}
    </Document>,
  );
}
