import type { WorkCalendar } from '@satu-pintu/calendar';
import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { type AcceptedAct, THE_SYSTEM } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Clock } from '../sla/clock.rules.js';
import { planNotice } from '../sla/notice.rules.js';
import type { EscalationTarget, Notice } from '../sla/rule-set.js';
import type { DeadlineRefusal } from './deadline.rules.js';

/** What the rule asks of a report. */
export interface NotifiedReport {
  readonly state: ReportState;
  /** Null for a report without an account: its reporter can be told nowhere but on its page. */
  readonly ownerTag: Buffer | null;
}

/** Where the run of a clock stands, and who would be told of it. */
export interface NoticeInTime {
  /** The last run of the clock. */
  readonly run: Clock | null;
  readonly notices: readonly Notice[];
  readonly calendar: WorkCalendar;
  /** Ids of the agencies above the holder. */
  readonly above: Readonly<Record<EscalationTarget, string>>;
}

/**
 * The next reminder or escalation on the way of a clock, once its time has come. It tells, and changes neither holder
 * nor state. A breach is told upwards (T27) only after it was written down.
 */
export function decideNotice(
  report: NotifiedReport,
  { run, notices, calendar, above }: NoticeInTime,
  now: Date,
): Decision<AcceptedAct, DeadlineRefusal> {
  const notice = run && !run.endedAt ? notices[run.noticesSent] : undefined;
  if (!run || !notice) return refuse({ kind: 'NothingIsDue' });
  if (!mayBeginIn(notice.act, report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  const at = run.nextNoticeAt ?? planNotice(run, notices, calendar);
  if (!at || now <= at) return refuse({ kind: 'NothingIsDue' });
  if (notice.act === 'ESCALATE' && !run.breachedAt) return refuse({ kind: 'NothingIsDue' });
  return accept({
    act: notice.act,
    actor: THE_SYSTEM,
    reason: reasonOf(notice, run, report),
    notice: {
      kind: run.kind,
      seq: run.seq,
      toAgencyId: notice.act === 'ESCALATE' ? above[notice.to] : null,
    },
  });
}

/** History keeps of which clock it was, and that a reporter without an account can only read it on the page. */
function reasonOf({ act }: Notice, { kind }: Clock, { ownerTag }: NotifiedReport): string {
  return act === 'REMIND_REPORTER' && ownerTag === null ? `${kind}_ON_PAGE_ONLY` : kind;
}
