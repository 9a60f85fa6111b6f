import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import { loadCoordinatorAbove } from '../hierarchy/agency.store.js';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { type AppealRefusal, decideAppeal } from './appeal.rules.js';
import { findArchivingAgency } from './archiving.store.js';
import { openChance } from './open-chance.js';

/** What the reporter sends. */
export interface AppealArchivalRequest extends ReportRequest {
  readonly body: string;
}

/** T07: object to the archiving of a report; the agency above looks again. */
export class AppealArchival {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: AppealArchivalRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, AppealRefusal | ActRefusal>> {
    return actOnReport<AppealRefusal | ActRefusal>(
      this.parts,
      'appealArchival',
      request,
      viewer,
      async (opened) => {
        const { report, standing, tx, now } = opened;
        const chance = await openChance(opened, this.parts.office);
        if (!chance.ok) return chance;
        const archivedBy = (await findArchivingAgency(tx, report.id)) ?? report.holderAgencyId;
        const above = await loadCoordinatorAbove(tx, archivedBy);
        const appeal = { body: request.body, agencyAboveId: above.id };
        return decideAppeal(report, standing, chance.value, appeal, now);
      },
    );
  }
}
