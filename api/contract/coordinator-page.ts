import { z } from 'zod';
import { SessionState } from './session-state.ts';
import { optionalText } from './state-parts.ts';

/** What a coordinator writes of themselves, for everyone. */
export const CoordinatorPage = z.object({
  about: optionalText(1200),
  about_cy: optionalText(1200),
  phone: optionalText(40),
  doors: z.array(SessionState).max(20),
});
export type CoordinatorPage = z.infer<typeof CoordinatorPage>;

/** It, as whoever keeps it opens it. */
export interface OpenedCoordinatorPage {
  id: string;
  slug: string;
  name: string;
  /** Changes with every change. */
  version: string;
  page: CoordinatorPage;
  /** What the places of the doors are called. */
  venues: Record<string, { name: string; name_cy: string | null }>;
  /** Newest first. */
  history: { id: number; at: string; by: string | null; page: CoordinatorPage }[];
}
