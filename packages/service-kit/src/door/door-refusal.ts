import { hash } from 'node:crypto';
import { type Appointment, isUuid, OFFICER_ROLES } from '@satu-pintu/domain-kit';

/**
 * What the gateway refused somebody by their posts alone, before any subgraph heard of it. It holds no argument and
 * nothing else that was sent: only what was asked for, by whom, and how often.
 */
export interface DoorRefusal {
  /** Random; told twice, it is written down once. */
  readonly id: string;
  /** When it was refused first. ISO 8601 in UTC. */
  readonly at: string;
  /** Root field (`verifyReport`), or type and field (`Agency.officers`). */
  readonly field: string;
  /** Which right or scope of the schema was missing: `report:VERIFY`. */
  readonly missing: string;
  /** How often the same was refused within a minute; from 1. */
  readonly times: number;
  readonly accountId: string;
  /** A post of whoever asked, as their token has it; null for who has none. */
  readonly post: Appointment | null;
}

/** Refusals that go in one request. */
export const MOST_DOOR_REFUSALS = 200;

/** Where the gateway tells them to users: `PUT /door-refusals/<digest>`. */
export const DOOR_REFUSALS_PREFIX = '/door-refusals/';

/** The address names the body's digest: it is signed, and so is what it names. */
export function doorRefusalsPath(body: string): string {
  return DOOR_REFUSALS_PREFIX + digestOf(body);
}

/** What was told; null for a body that is not the one named, or does not hold refusals. */
export function readDoorRefusals(digest: string, body: string): readonly DoorRefusal[] | null {
  if (digestOf(body) !== digest) return null;
  const refusals = parsed(body);
  return Array.isArray(refusals) && refusals.length <= MOST_DOOR_REFUSALS && refusals.every(isDoorRefusal)
    ? refusals
    : null;
}

function digestOf(body: string): string {
  return hash('sha256', body, 'base64url');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const FIELD = /^(?:\w+\.)?\w{1,100}$|^\*$/;
const MISSING = /^[\w:*&| ]{1,1000}$/;

function isDoorRefusal(value: unknown): value is DoorRefusal {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, field, missing, times, accountId, post } = value as Record<keyof DoorRefusal, unknown>;
  return (
    [id, accountId].every((each) => typeof each === 'string' && isUuid(each)) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof field === 'string' &&
    FIELD.test(field) &&
    typeof missing === 'string' &&
    MISSING.test(missing) &&
    Number.isSafeInteger(times) &&
    Number(times) > 0 &&
    (post === null || isPost(post))
  );
}

function isPost(value: unknown): value is Appointment {
  if (typeof value !== 'object' || value === null) return false;
  const { officerId, agencyId, role } = value as Record<keyof Appointment, unknown>;
  return (
    [officerId, agencyId].every((each) => typeof each === 'string' && isUuid(each)) &&
    OFFICER_ROLES.some((each) => each === role)
  );
}
