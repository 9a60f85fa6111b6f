import { IdempotencyConflict, InvalidInput, NotAllowed, resultUnion } from '@satu-pintu/subgraph-kit';
import { CalendarNotLoaded, ReportNotFound, ReportNotInState, VersionConflict } from './problems.type.js';

type ResultMember = new () => object;

/** What may stand against any act on a report. */
const AGAINST_ANY_ACT = [
  ReportNotFound,
  NotAllowed,
  ReportNotInState,
  VersionConflict,
  InvalidInput,
  CalendarNotLoaded,
  IdempotencyConflict,
] as const;

/** The result of an act on a report: its success, the problems of this act, and those of any act. */
export function actResult(
  name: string,
  description: string,
  success: ResultMember,
  ...problems: readonly ResultMember[]
): object {
  return resultUnion(name, description, [success, ...problems, ...AGAINST_ANY_ACT]);
}
