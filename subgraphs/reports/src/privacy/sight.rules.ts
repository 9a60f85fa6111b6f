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
  // A picture says more than its reporter thinks of: oversight, too, sees no more than a verifier has published.
  const published: Sight['attachments'] = report.publishedAt && !report.isSecret ? 'PUBLIC' : 'NONE';
  if (standing.isReporter) return { ...INSIDE, reporter: true, office: false, exactTimes: true };
  if (standing.atHolder ?? standing.manager ?? standing.monitor ?? standing.national) {
    return { ...INSIDE, reporter: named, exactTimes: named };
  }
  if (standing.ombudsman) {
    // Notes of the office may quote what a secret report says.
    const [content, office] = report.isSecret ? (['NONE', false] as const) : (['FULL', true] as const);
    return { exists: true, content, office, reporter: false, attachments: published, exactTimes: named };
  }
  if (report.isSecret) return NOTHING;
  const outside = { exists: true, reporter: false, office: false, attachments: published, exactTimes: named };
  if (standing.observer) return { ...outside, content: 'FULL' };
  return report.publishedAt ? { ...outside, content: 'REDACTED' } : NOTHING;
}
