import { OFFICER_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';
import type { Reach } from './reach.js';

/** Which roles hold a right, and how far from their own agency it reaches. A role that is not named has none. */
export type Right = Readonly<Partial<Record<OfficerRole, Reach>>>;

/** A coordinator runs the whole house (PermenPANRB 62/2018: admin koordinator), the national desk every house. */
const RUNS_A_HOUSE = { NATIONAL_ADMIN: 'COUNTRY', COORDINATOR_ADMIN: 'HOUSE' } satisfies Right;

/** The same, but for the agency on which the coordinator's own right stands. */
const RUNS_WHAT_IS_BELOW = {
  NATIONAL_ADMIN: 'COUNTRY',
  COORDINATOR_ADMIN: 'BELOW_IN_HOUSE',
} satisfies Right;

/** How an agency answers is for the admins who manage it, its own included. */
const RUNS_THE_ANSWERS = {
  NATIONAL_ADMIN: 'HOUSE',
  COORDINATOR_ADMIN: 'HOUSE',
  AGENCY_ADMIN: 'HOUSE',
} satisfies Right;

/** An agency's own admin looks after its staff, and only there. */
const RUNS_ITS_STAFF = { ...RUNS_A_HOUSE, AGENCY_ADMIN: 'OWN_AGENCY' } satisfies Right;

/** Whoever serves in an agency knows who else does; those who run or watch over it know as well. */
const KNOWS_THE_STAFF = {
  ...(Object.fromEntries(OFFICER_ROLES.map((role) => [role, 'OWN_AGENCY'])) as Record<OfficerRole, Reach>),
  NATIONAL_ADMIN: 'COUNTRY',
  COORDINATOR_ADMIN: 'BELOW',
  AGENCY_ADMIN: 'BELOW',
} satisfies Right;

/** Who runs a house answers for what is done in it; the Ombudsman looks over everybody's shoulder. */
const READS_THE_AUDIT = {
  ...RUNS_A_HOUSE,
  AGENCY_ADMIN: 'HOUSE',
  OMBUDSMAN: 'COUNTRY',
} satisfies Right;

/**
 * Who may do what to an agency and to the people who run it. What is not in this table is not allowed to anybody.
 * The target is the agency that is changed, or into which something comes.
 */
export const POLICY = {
  /** Register an agency below the target. */
  REGISTER_AGENCY: RUNS_A_HOUSE,
  /** Change name, short name and days of existence. */
  UPDATE_AGENCY: RUNS_A_HOUSE,
  /** Take the target away from where it hangs. */
  DETACH_AGENCY: RUNS_WHAT_IS_BELOW,
  /** Hang another agency under the target. */
  ATTACH_AGENCY: RUNS_A_HOUSE,
  /** Turn an administrative tie into a supervisory one or back: it moves the border between houses. */
  CHANGE_TIE: { NATIONAL_ADMIN: 'COUNTRY' },
  /** End the target. */
  DISSOLVE_AGENCY: RUNS_WHAT_IS_BELOW,
  /** Let the target take over what an ended agency leaves. */
  SUCCEED_AGENCY: RUNS_A_HOUSE,
  /** Be told who serves in the target. */
  LIST_OFFICERS: KNOWS_THE_STAFF,
  /** Give somebody a post in the target; how high a post, `GRANTABLE_ROLES` says. */
  APPOINT_OFFICER: RUNS_ITS_STAFF,
  /** Change name, title and contact of somebody who has a post in the target. */
  UPDATE_OFFICER: RUNS_ITS_STAFF,
  /** End a post in the target. */
  END_APPOINTMENT: RUNS_ITS_STAFF,
  /** Write templates for the answers of the target. */
  WRITE_TEMPLATES: RUNS_THE_ANSWERS,
  /** Decide whether answers of the target need approval. */
  SET_ANSWER_POLICY: RUNS_THE_ANSWERS,
  /** Read in the audit log what concerns the target. */
  READ_AUDIT: READS_THE_AUDIT,
  /** Import units or officers for the target, and read how an import went; each row needs its own right besides. */
  IMPORT: RUNS_ITS_STAFF,
} satisfies Readonly<Record<string, Right>>;

/** Something that can be done to an agency or to its officers. */
export type Action = keyof typeof POLICY;

export const ACTIONS = Object.keys(POLICY) as readonly Action[];

const WORKS_ON_REPORTS = ['LIAISON_OFFICER', 'INTAKE_OFFICER'] satisfies readonly OfficerRole[];
const SERVES_IN_A_HOUSE: readonly OfficerRole[] = [
  'COORDINATOR_ADMIN',
  'AGENCY_ADMIN',
  ...WORKS_ON_REPORTS,
  'INTEGRATOR',
];

/**
 * The roles that each role may give, change or take away. Nobody gives more than they have: a coordinator's house is
 * part of the giver's, an agency's admin names no second admin, and what reads the whole country comes from the
 * national desk.
 */
export const GRANTABLE_ROLES: Readonly<Partial<Record<OfficerRole, readonly OfficerRole[]>>> = {
  NATIONAL_ADMIN: [
    ...SERVES_IN_A_HOUSE,
    'NATIONAL_ADMIN',
    'OMBUDSMAN',
    'KSP_VIEWER',
    'MOHA_EVALUATOR',
    'ANALYST',
  ],
  COORDINATOR_ADMIN: SERVES_IN_A_HOUSE,
  AGENCY_ADMIN: WORKS_ON_REPORTS,
};
