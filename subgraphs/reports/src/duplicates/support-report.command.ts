import { accept, type Decision, type Viewer } from '@satu-pintu/domain-kit';
import { supporterTagOf } from '../privacy/ownership.js';
import {
  type ActRefusal,
  type CommandParts,
  type ReportRequest,
  writeBesideReport,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { addSupport } from './support.store.js';
import { decideSupport, type SupportRefusal } from './support.rules.js';

/** Adds a voice to a report. It moves nothing, so it is no act: no version, no history, and no trace of when or who. */
export class SupportReport {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ReportRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, SupportRefusal | ActRefusal>> {
    return writeBesideReport(this.parts, 'supportReport', request, viewer, ({ report, standing, tx }) => {
      const key = decideSupport(report, standing, viewer.reporterKey);
      return key.ok ? accept(() => addSupport(tx, report.id, supporterTagOf(key.value, report.id))) : key;
    });
  }
}
