import { permitOnReport, WORKING_ROLES } from '@satu-pintu/authorization';
import {
  accept,
  ADMIN_ROLES,
  type Appointment,
  type Decision,
  type InvalidInput,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import type { PlacedAppointment, Standing } from '../hierarchy/standing.js';

/** Whose notes about one report a viewer reads; places are those of the tree. */
export interface NoteReach {
  readonly all: boolean;
  /** Agencies where the viewer works. */
  readonly agencies: readonly string[];
  /** Paths of agencies from which the viewer manages or monitors: theirs and those of all below. */
  readonly overseen: readonly string[];
  /** House paths of the offices for which the viewer works on this report: theirs and those from above in the house. */
  readonly houses: readonly string[];
}

/** A note as a rule let it through. */
export interface AcceptedNote {
  readonly author: Appointment;
  readonly body: string;
}

export type NoteRefusal = { readonly kind: 'NotAllowed' } | InvalidInput;

const BODY = { field: 'body', min: 3, max: 4_000 };
const NOBODYS: NoteReach = { all: false, agencies: [], overseen: [], houses: [] };

/** Whoever works on a report or watches over its holder writes notes about it, in every state; its reporter never. */
export function decideNote(standing: Standing, text: string): Decision<AcceptedNote, NoteRefusal> {
  const author = permitOnReport('ADD_NOTE', standing);
  if (!author) return refuse({ kind: 'NotAllowed' });
  const body = readText(text, BODY);
  return body.ok ? accept({ author, body: body.value }) : body;
}

/**
 * A note stays with those for whom it was written: the agency it comes from, whoever manages or monitors that, and
 * below it in the same house who works on the report now. It does not follow the report into another house. The Ombudsman
 * reads all, unless the report is secret; its reporter none, whatever post they hold.
 */
export function noteReachOf(
  report: { readonly isSecret: boolean },
  standing: Standing,
  posts: readonly PlacedAppointment[],
): NoteReach {
  if (standing.isReporter) return NOBODYS;
  const here = [standing.atHolder?.officerId, standing.manager?.officerId];
  return {
    all: standing.ombudsman !== null && !report.isSecret,
    agencies: posts.filter(({ role }) => WORKING_ROLES.includes(role)).map(({ agencyId }) => agencyId),
    overseen: posts.filter(({ role }) => ADMIN_ROLES.includes(role)).map(({ place }) => place.path),
    houses: posts.filter(({ officerId }) => here.includes(officerId)).map(({ place }) => place.housePath),
  };
}
