import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { supporterTagOf } from '../privacy/ownership.js';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { removeSupport } from './support.store.js';
import { decideTakingBack, type SupportRefusal } from './support.rules.js';

/** Takes the own voice back, whatever has become of the report. */
export class WithdrawSupport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, SupportRefusal | ActRefusal>> {
    return writeBesideReport(this.parts, 'withdrawSupport', request, viewer, ({ report, tx }) => {
      const key = decideTakingBack(viewer.reporterKey);
      return key.ok ? accept(() => removeSupport(tx, report.id, supporterTagOf(key.value, report.id))) : key;
    });
  }
}
