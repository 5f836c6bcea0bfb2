import type { DrawnArea, Outline } from '../../../../api/contract/recut.ts';
import type { SignedIn } from '../../../../api/contract/viewer.ts';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { DeskRequest } from '../../../server/desk-page.ts';
import type { PageData } from '../../../server/page-data.ts';
import { outlinesFor } from './outlines-for.ts';

/** An area to be drawn on a map, among the outlines of those around it. */
export interface Outlined {
  area: DrawnArea;
  outlines: Outline[];
  form: FormState;
}

export async function loadOutlined(data: PageData, { params, form, reader }: DeskRequest, viewer: SignedIn): Promise<Outlined> {
  const slug = params.slug ?? '';
  const area = await data.desk.drawnArea(viewer, slug);
  return { area, outlines: outlinesFor(reader, await data.desk.areaOutlines(viewer, slug)), form };
}
