import { type Action, permit, type Post } from '@satu-pintu/authorization';
import type { AgencyPlace } from '@satu-pintu/domain-kit';

/** What a viewer is offered to do with an agency; each is the mutation of that name. */
export const AGENCY_ACTIONS = [
  'REGISTER_AGENCY',
  'UPDATE_AGENCY',
  'MOVE_AGENCY',
  'DISSOLVE_AGENCY',
  'MERGE_AGENCIES',
  'REQUEST_IMPORT',
] as const;
export type AgencyAction = (typeof AGENCY_ACTIONS)[number];

const RIGHTS: Readonly<Record<AgencyAction, Action>> = {
  REGISTER_AGENCY: 'REGISTER_AGENCY',
  UPDATE_AGENCY: 'UPDATE_AGENCY',
  MOVE_AGENCY: 'DETACH_AGENCY',
  DISSOLVE_AGENCY: 'DISSOLVE_AGENCY',
  MERGE_AGENCIES: 'DISSOLVE_AGENCY',
  REQUEST_IMPORT: 'IMPORT',
};

/** An agency as far as its actions depend on it. */
export interface ActedUpon extends AgencyPlace {
  readonly isActive: boolean;
  readonly parentId: string | null;
}

/** What these posts may do with an agency, by the table that the commands ask. An ended agency is left in peace. */
export function agencyActionsOn(agency: ActedUpon, posts: readonly Post[]): readonly AgencyAction[] {
  if (!agency.isActive) return [];
  const isRoot = agency.parentId === null;
  const staysAtTheRoot: readonly AgencyAction[] = ['REGISTER_AGENCY', 'UPDATE_AGENCY', 'REQUEST_IMPORT'];
  return AGENCY_ACTIONS.filter(
    (action) =>
      permit(RIGHTS[action], posts, agency) !== null && (!isRoot || staysAtTheRoot.includes(action)),
  );
}
