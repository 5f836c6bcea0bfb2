import type { Coordinator, CoordinatorCard } from '../contract/coordinator.ts';
import type { Occurrence } from '../contract/session.ts';
import type { AssignmentRow, CoordinatorRow } from './coordinator-queries.ts';

export interface CoordinatorParts {
  row: CoordinatorRow;
  assignments: AssignmentRow[];
  openDoors: Occurrence[];
}

/** `role` is the one held in the area that is looked at; without an area, the strongest one held. */
export function presentCoordinatorCard({ row, assignments, openDoors }: CoordinatorParts, areaId?: string): CoordinatorCard {
  const here = assignments.filter((assignment) => !areaId || assignment.area_id === areaId);
  return {
    slug: row.slug,
    name: row.name,
    first_name: row.first_name,
    role: here.some(({ role }) => role === 'lead') ? 'lead' : 'cover',
    phone: row.phone,
    email: row.email,
    portrait: row.portrait ? `/portraits/${row.portrait}` : null,
    areas: assignments.filter(({ role }) => role === 'lead').map(presentAreaName),
    open_doors: openDoors,
  };
}

export function presentCoordinator(parts: CoordinatorParts): Coordinator {
  return {
    ...presentCoordinatorCard(parts),
    about: parts.row.about,
    about_cy: parts.row.about_cy,
    languages: parts.row.languages,
    covering: parts.assignments
      .filter(({ role }) => role === 'cover')
      .map((assignment) => ({
        area: presentAreaName(assignment),
        from: assignment.starts_on,
        until: assignment.ends_on,
        note: assignment.note,
      })),
  };
}

const presentAreaName = (assignment: AssignmentRow) => ({
  slug: assignment.area_slug,
  name: assignment.area_name,
  name_cy: assignment.area_name_cy,
});
