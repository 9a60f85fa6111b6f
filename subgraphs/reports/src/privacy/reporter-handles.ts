import type { Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { isOfAccount, type OwnedReport } from './ownership.js';

const LIFETIME_MS = 5 * 60_000;

/** What users finds in a handle. */
interface SealedReporter {
  readonly reportId: string;
  readonly tag: string;
  readonly exp: number;
  readonly isOwn: boolean;
}

/** Makes the handles by which users, and only users, can tell a viewer who reported. */
export class ReporterHandles {
  private readonly sealer: Sealer<SealedReporter>;

  constructor(handleKey: string) {
    this.sealer = createSealer(handleKey, 'reporter-handle');
  }

  /** A handle that works for this viewer's session and five minutes. */
  handleFor(report: OwnedReport, viewer: Viewer, now: Date): string {
    const isOwn = isOfAccount(report, viewer);
    return this.sealer.seal({
      reportId: report.id,
      tag: viewer.tag,
      exp: now.getTime() + LIFETIME_MS,
      isOwn,
    });
  }
}
