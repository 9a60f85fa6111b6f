import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { loadActiveAtOrAbove } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { openChance } from './open-chance.js';
import { decideReopening, type ReopeningRefusal } from './reopening.rules.js';

/** What the reporter, the national desk or the Ombudsman sends. */
export interface ReopenReportRequest extends ReportRequest {
  readonly reason: string;
}

/** T24: take a closed report up again, where it was, or above it where that agency is no more. */
export class ReopenReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReopenReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, ReopeningRefusal | ActRefusal>> {
    return actOnReport<ReopeningRefusal | ActRefusal>(
      this.parts,
      'reopenReport',
      request,
      viewer,
      async (opened) => {
        const { report, standing, tx, now } = opened;
        const chance = await openChance(opened, this.parts.office);
        if (!chance.ok) return chance;
        const holder = await loadActiveAtOrAbove(tx, report.holderAgencyId);
        const reopening = { reason: request.reason, agencyId: holder.id };
        return decideReopening(report, standing, chance.value, reopening, now);
      },
    );
  }
}
