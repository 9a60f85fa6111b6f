import type { Appointment } from '@satu-pintu/domain-kit';

/** Type of the event in which an entry travels from an outbox to the log and on to the chain. */
export const AUDIT_EVENT = 'audit.recorded';

/**
 * ACCEPTED: carried out. REFUSED: asked for and denied; what was merely written wrongly is not recorded. READ: protected
 * data were handed out.
 */
export const AUDIT_OUTCOMES = ['ACCEPTED', 'REFUSED', 'READ'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/**
 * Who did it. An officer is named by the post. Nobody else is named: of whoever reported it says that it was the
 * reporter, of everybody else without a post that it was somebody, and an account, where nothing but the account is
 * meant, is a keyed hash that is another one each day. What is done to the house itself is done by its operator, with a
 * command at the machine, or by the platform of its own accord.
 */
export type AuditActor =
  | ({ readonly kind: 'OFFICER' } & Appointment)
  | { readonly kind: 'REPORTER' }
  | { readonly kind: 'SOMEBODY' }
  | { readonly kind: 'ACCOUNT'; readonly hash: string }
  | { readonly kind: 'OPERATOR' }
  | { readonly kind: 'PLATFORM' };

export const AUDIT_ACTOR_KINDS = [
  'OFFICER',
  'REPORTER',
  'SOMEBODY',
  'ACCOUNT',
  'OPERATOR',
  'PLATFORM',
] as const satisfies readonly AuditActor['kind'][];

export const AUDIT_SUBJECT_KINDS = ['REPORT', 'AGENCY', 'OFFICER', 'ANSWER_TEMPLATE', 'SIGNING_KEY'] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECT_KINDS)[number];

/** What it was done to. */
export interface AuditSubject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
}

/** What only the gateway knows of what it refused by posts alone, before any subgraph heard of it. */
export interface RefusedAtDoor {
  /** Which right or scope of the schema was missing: `report:VERIFY`. */
  readonly missing: string;
  /** How often the same was refused within a minute, the entry being of the first time. */
  readonly times: number;
}

/** What a producer says of one thing that was done. */
export interface AuditedDeed {
  /** Name of the mutation, of what was read or asked for, or of what was done to the house (`rotateSigningKey`). */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Kind of the refusal; null unless it was refused. */
  readonly code: string | null;
  readonly actor: AuditActor;
  /** Null where naming it would tell too much, or where there is none. */
  readonly subject: AuditSubject | null;
  /** Agencies whose administrators may know of it. */
  readonly agencyIds: readonly string[];
  /** In the chain and in no list: that it was done is itself between two sides. */
  readonly isPrivate?: boolean;
  /** Absent for everything that a subgraph decided. */
  readonly atDoor?: RefusedAtDoor;
}

/** The same as it is kept: codes, ids and an instant, and never a text or a name. Old entries stay as they were. */
export interface AuditEntry extends Required<Omit<AuditedDeed, 'atDoor'>>, Pick<AuditedDeed, 'atDoor'> {
  /** ISO 8601 in UTC. Of those who are not named the beginning of the day in Jakarta: times betray people too. */
  readonly at: string;
  readonly isDayOnly: boolean;
}
