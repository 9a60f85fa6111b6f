import { createHmac } from 'node:crypto';
import { deriveKey } from '@satu-pintu/service-kit';
import { type Standing, takesPart } from '../hierarchy/standing.js';
import type { ReportState } from './report-state.js';

/** Bytes of the code that a client holds; a chance meeting of two is out of the question. */
const VERSION_BYTES = 12;

/** What a version is made of. */
export interface VersionedReport {
  readonly id: string;
  readonly version: number;
  readonly state: ReportState;
}

/** The report has moved on since the client read it. */
export interface VersionConflict {
  readonly kind: 'VersionConflict';
  readonly version: string;
  readonly state: ReportState;
}

/**
 * The version of a report as clients hold it: the same for the same version, and nothing to count by. Its number would
 * tell how much was done that this viewer is not shown.
 */
export class ReportVersions {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'report-version');
  }

  /** For whoever takes part in the report; to others it would tell when something happens behind the door. */
  shownTo(standing: Standing, report: VersionedReport): string | null {
    return takesPart(standing) ? this.codeOf(report) : null;
  }

  /**
   * Why a request that says which version it answers to comes too late; null when it does not, and for whoever is shown
   * no version: of them the rule says that they may not do it.
   */
  conflictOf(
    report: VersionedReport,
    standing: Standing,
    given: string | null | undefined,
  ): VersionConflict | null {
    const version = this.shownTo(standing, report);
    if (given === null || given === undefined || version === null || given === version) return null;
    return { kind: 'VersionConflict', version, state: report.state };
  }

  private codeOf({ id, version }: VersionedReport): string {
    const mac = createHmac('sha256', this.key).update(`${id}:${version.toString()}`).digest();
    return mac.subarray(0, VERSION_BYTES).toString('base64url');
  }
}
