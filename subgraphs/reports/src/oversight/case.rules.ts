import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Appointment, type Decision, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { OversightFinding, OversightStage, ReportState } from '../report/report-state.js';
import { type Act, mayBeginIn } from '../report/transitions.js';
import type { OversightRefusal } from './consent.rules.js';
import { shownStageOf } from './oversight-stage.rules.js';

/** What the rules of a case ask of a report. */
export interface OverseenCase {
  readonly state: ReportState;
  readonly oversightStage: OversightStage | null;
}

/** What the final report of examination (LAHP) says. The two below are owed with MALADMINISTRATION_FOUND alone. */
export interface Examination {
  readonly finding: OversightFinding;
  readonly summary: string;
  readonly correctiveAction: string | null;
  /** Calendar day, Jakarta, until which the agency is to have done it. */
  readonly correctiveActionDueDate: string | null;
}

const BEGINS_AT = { OVERSIGHT_ACCEPT: 'CONSENTED', OVERSIGHT_CONCLUDE: 'TRANSFERRED' } as const;

const CASE_NUMBER = { field: 'caseNumber', min: 3, max: 100 };
const SUMMARY = { field: 'summary', min: 10, max: 8_000 };
const CORRECTIVE_ACTION = { field: 'correctiveAction', min: 10, max: 8_000 };

/**
 * T29, the Ombudsman's half: the case is theirs under a number of their own, on the consent that is stored. The report
 * stays with its holder, whose clocks run on.
 */
export function decideTaking(
  report: OverseenCase,
  standing: Standing,
  caseNumber: string,
): Decision<AcceptedAct, OversightRefusal> {
  const examiner = examinerOf('OVERSIGHT_ACCEPT', report, standing);
  if (!examiner.ok) return examiner;
  const number = readText(caseNumber, CASE_NUMBER);
  if (!number.ok) return number;
  return accept({
    act: 'OVERSIGHT_ACCEPT',
    actor: actorOf(examiner.value),
    reason: number.value,
    fields: { oversightStage: 'TRANSFERRED' },
    oversight: { kind: 'TRANSFER', caseNumber: number.value },
  });
}

/** What the Ombudsman found is told to the reporter and the office; it closes the case and not the report. */
export function decideConclusion(
  report: OverseenCase,
  standing: Standing,
  examination: Examination,
  today: string,
): Decision<AcceptedAct, OversightRefusal> {
  const examiner = examinerOf('OVERSIGHT_CONCLUDE', report, standing);
  if (!examiner.ok) return examiner;
  const summary = readText(examination.summary, SUMMARY);
  if (!summary.ok) return summary;
  const correction = readCorrection(examination, today);
  if (!correction.ok) return correction;
  return accept({
    act: 'OVERSIGHT_CONCLUDE',
    actor: actorOf(examiner.value),
    reason: examination.finding,
    fields: { oversightStage: 'CONCLUDED' },
    oversight: {
      kind: 'OUTCOME',
      finding: examination.finding,
      summary: summary.value,
      ...correction.value,
    },
  });
}

/** The post in which a viewer carries a case of the Ombudsman on, or why it cannot be carried on now. */
export function examinerOf(
  act: keyof typeof BEGINS_AT & Act,
  { state, oversightStage }: OverseenCase,
  standing: Standing,
): Decision<Appointment, OversightRefusal> {
  const examiner = permitOnReport(act, standing);
  if (!examiner) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn(act, state)) return refuse({ kind: 'ReportNotInState', state });
  return oversightStage === BEGINS_AT[act]
    ? accept(examiner)
    : refuse({ kind: 'NotAtOversightStage', stage: shownStageOf({ oversightStage }, standing) });
}

interface Correction {
  readonly correctiveAction: string | null;
  readonly correctiveActionDueDate: string | null;
}

/** Whoever finds maladministration says what is to be done and by when; else there is nothing to correct. */
function readCorrection(
  { finding, correctiveAction, correctiveActionDueDate: dueDate }: Examination,
  today: string,
): Decision<Correction, OversightRefusal> {
  const invalid = (field: string, reason: 'EMPTY' | 'MALFORMED'): Decision<never, OversightRefusal> =>
    refuse({ kind: 'InvalidInput', field, reason });
  if (finding !== 'MALADMINISTRATION_FOUND') {
    if (correctiveAction !== null) return invalid('correctiveAction', 'MALFORMED');
    if (dueDate !== null) return invalid('correctiveActionDueDate', 'MALFORMED');
    return accept({ correctiveAction: null, correctiveActionDueDate: null });
  }
  const action = readText(correctiveAction ?? '', CORRECTIVE_ACTION);
  if (!action.ok) return action;
  if (dueDate === null) return invalid('correctiveActionDueDate', 'EMPTY');
  if (dueDate <= today) return invalid('correctiveActionDueDate', 'MALFORMED');
  return accept({ correctiveAction: action.value, correctiveActionDueDate: dueDate });
}
