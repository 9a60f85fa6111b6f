import type { Appointment } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { hasConsent } from '../oversight/oversight-stage.rules.js';
import type { OversightStage, ReportState } from '../report/report-state.js';

/** What a viewer may see of one report. Where `exists` is false the report answers as one that is not there. */
export interface Sight {
  readonly exists: boolean;
  /** FULL: as filed. REDACTED: as published. NONE: that it exists, and nothing of what it says. */
  readonly content: 'FULL' | 'REDACTED' | 'NONE';
  /** May be handed a sealed handle of who reported. */
  readonly reporter: boolean;
  /** Names of officers, reasons and notes that stay inside the office. */
  readonly office: boolean;
  /** ALL: every file. PUBLIC: those that were published. NONE: not even that there are any. */
  readonly attachments: 'ALL' | 'PUBLIC' | 'NONE';
  /** Exact instants of the reporter's own acts, which could betray who it was. */
  readonly exactTimes: boolean;
}

const NOTHING: Sight = {
  exists: false,
  content: 'NONE',
  reporter: false,
  office: false,
  attachments: 'NONE',
  exactTimes: false,
};
const INSIDE = { exists: true, content: 'FULL', office: true, attachments: 'ALL' } as const;

/** What the matrix asks of a report. */
interface SeenReport {
  readonly state: ReportState;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly publishedAt: Date | null;
  readonly oversightStage: OversightStage | null;
  readonly oversightRevealsIdentity: boolean;
}

/**
 * The visibility matrix, as one rule. Anonymous hides who, from everybody but the reporter. Secret hides what, from
 * everybody but the reporter, those who work on it and the national desk (SP4N-LAPOR! meaning of anonim and rahasia).
 */
export function sightOf(report: SeenReport, standing: Standing): Sight {
  const named = !report.isAnonymous;
  // A picture says more than its reporter thinks of: oversight, too, sees no more than a verifier has published.
  const published: Sight['attachments'] = report.publishedAt && !report.isSecret ? 'PUBLIC' : 'NONE';
  if (standing.isReporter) return { ...INSIDE, reporter: true, office: false, exactTimes: true };
  if (isInside(standing)) return { ...INSIDE, reporter: named, exactTimes: named };
  if (standing.ombudsman) return sightOfOmbudsman(report, published);
  if (report.isSecret) return NOTHING;
  const outside = { exists: true, reporter: false, office: false, attachments: published, exactTimes: named };
  if (standing.observer) return { ...outside, content: 'FULL' };
  return report.publishedAt ? { ...outside, content: 'REDACTED' } : NOTHING;
}

/**
 * The post in which a viewer reads what only the reporter's consent lets the Ombudsman read, each time of which is
 * written down; null for everybody else.
 */
export function consentReaderOf(report: SeenReport, standing: Standing): Appointment | null {
  return hasConsent(report) && !standing.isReporter && !isInside(standing) ? standing.ombudsman : null;
}

/**
 * The post in which somebody outside of the house that works on a report reads what not everybody may read, each time of
 * which the audit log notes; null for everybody else, and for what is no secret.
 */
export function protectedReaderOf(report: SeenReport, standing: Standing): Appointment | null {
  const { isReporter, atHolder, manager, monitor, national } = standing;
  if (isReporter || atHolder || manager) return null;
  return consentReaderOf(report, standing) ?? (report.isSecret ? (national ?? monitor) : null);
}

function isInside({ atHolder, manager, monitor, national }: Standing): boolean {
  return (atHolder ?? manager ?? monitor ?? national) !== null;
}

/**
 * Notes of the office may quote what a secret report says. Who reported is told by an explicit consent alone, and files
 * that nobody has published with it: a picture says more than its reporter thinks of.
 */
function sightOfOmbudsman(report: SeenReport, published: Sight['attachments']): Sight {
  const reporter = hasConsent(report) && report.oversightRevealsIdentity;
  const reads = hasConsent(report) || !report.isSecret;
  return {
    exists: true,
    content: reads ? 'FULL' : 'NONE',
    office: reads,
    reporter,
    attachments: reporter ? 'ALL' : published,
    exactTimes: reporter || !report.isAnonymous,
  };
}
