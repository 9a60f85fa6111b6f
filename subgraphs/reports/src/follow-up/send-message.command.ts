import { randomUUID } from 'node:crypto';
import type { Decision, Viewer } from '@satu-pintu/domain-kit';
import {
  type ActRefusal,
  actOnReport,
  type CommandParts,
  type ReportRequest,
} from '../report/act-on-report.js';
import type { ReportEntity } from '../report/report.entity.js';
import { decideMessage, type MessageRefusal } from './message.rules.js';

/** What the administrator sends. */
export interface SendMessageRequest extends ReportRequest {
  readonly body: string;
}

/** T18: write to a reporter who has an answer; the time to reply begins anew. */
export class SendMessage {
  constructor(private readonly parts: CommandParts) {}

  execute(
    request: SendMessageRequest,
    viewer: Viewer,
  ): Promise<Decision<ReportEntity, MessageRefusal | ActRefusal>> {
    return actOnReport(this.parts, 'sendMessage', request, viewer, ({ report, standing }) =>
      decideMessage(report, standing, { id: randomUUID(), body: request.body }),
    );
  }
}
