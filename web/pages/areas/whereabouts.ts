import type { AreaSummary } from '../../../api/contract/area.ts';
import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';
import type { Problem } from '../../../api/contract/problem.ts';
import type { PageData } from '../../server/page-data.ts';

/** Whose area a place is in, ready to be said. */
export interface Whereabouts {
  asked: string;
  answer: 'areas.in' | 'areas.outside' | 'areas.lost';
  place: string;
  /** The one it is in, or the closest; null where the place means nothing to us. */
  area: AreaSummary | null;
  coordinators: CoordinatorCard[];
}

/** A place that means nothing to us is an answer too, not an error. */
export async function whereaboutsOf(data: PageData, asked: string, problemOf: (error: unknown) => Problem): Promise<Whereabouts> {
  try {
    const { near, area, nearest, coordinators } = await data.locate(asked);
    return { asked, answer: area ? 'areas.in' : 'areas.outside', place: near.label, area: area ?? nearest, coordinators };
  } catch (error) {
    if (problemOf(error).status >= 500) throw error;
    return { asked, answer: 'areas.lost', place: asked, area: null, coordinators: [] };
  }
}
