import { randomUUID } from 'node:crypto';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { loadClocks, toClock } from './clock.store.js';
import { decideExtension, type ExtensionRefusal } from './extension.rules.js';
import { resolutionRuns } from './resolution-limit.rules.js';
import { limitOf } from './rule-set.js';

/** What the coordinator sends. */
export interface ExtendResolutionRequest extends ReportRequest {
  readonly reason: string;
  /** A working day after the present due day, where the office is. */
  readonly newDueDate: string;
}

/** T26: give the holder more time, once and before the deadline, and tell the reporter. */
export class ExtendResolution {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: ExtendResolutionRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, ExtensionRefusal | ActRefusal>> {
    const id = randomUUID();
    return actOnReport(
      this.parts,
      'extendResolution',
      request,
      viewer,
      async ({ report, standing, tx, now }) => {
        const { ruleSets, calendar } = this.parts.office;
        return decideExtension(report, standing, {
          id,
          reason: request.reason,
          newDueDate: request.newDueDate,
          runs: resolutionRuns((await loadClocks(tx, [report.id])).map(toClock), now),
          calendar,
          extensions: limitOf(ruleSets.get(report.ruleSetCode), 'EXTENSIONS'),
        });
      },
    );
  }
}
