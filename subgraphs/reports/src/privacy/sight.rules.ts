import type { Standing } from '../hierarchy/standing.js';
import type { ReportState } from '../report/report-state.js';

/** What a viewer may see of one report. Where `exists` is false the report answers as one that is not there. */
export interface Sight {
  readonly exists: boolean;
  /** FULL: as filed. REDACTED: as published. NONE: that it exists, and nothing of what it says. */
  readonly content: 'FULL' | 'REDACTED' | 'NONE';
  /** May be handed a sealed handle of who reported. */
  readonly reporter: boolean;
  /** Names of officers, reasons and notes that stay inside the office. */
  readonly office: boolean;
  /** Exact instants of the reporter's own acts, which could betray who it was. */
  readonly exactTimes: boolean;
}

const NOTHING: Sight = { exists: false, content: 'NONE', reporter: false, office: false, exactTimes: false };
const INSIDE = { exists: true, content: 'FULL', office: true } as const;

/**
 * The visibility matrix, as one rule. Anonymous hides who, from everybody but the reporter. Secret hides what, from
 * everybody but the reporter, those who work on it and the national desk (SP4N-LAPOR! meaning of anonim and rahasia).
 */
export function sightOf(
  report: {
    readonly state: ReportState;
    readonly isAnonymous: boolean;
    readonly isSecret: boolean;
    readonly publishedAt: Date | null;
  },
  standing: Standing,
): Sight {
  const named = !report.isAnonymous;
  if (standing.isReporter) return { ...INSIDE, reporter: true, office: false, exactTimes: true };
  if (standing.atHolder ?? standing.manager ?? standing.monitor ?? standing.national) {
    return { ...INSIDE, reporter: named, exactTimes: named };
  }
  if (standing.ombudsman) {
    // Notes of the office may quote what a secret report says.
    const [content, office] = report.isSecret ? (['NONE', false] as const) : (['FULL', true] as const);
    return { exists: true, content, office, reporter: false, exactTimes: named };
  }
  if (report.isSecret) return NOTHING;
  if (standing.observer)
    return { exists: true, content: 'FULL', reporter: false, office: false, exactTimes: named };
  if (!report.publishedAt) return NOTHING;
  return { exists: true, content: 'REDACTED', reporter: false, office: false, exactTimes: named };
}
