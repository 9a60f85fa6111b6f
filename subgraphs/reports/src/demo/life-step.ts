import type { OfficerArchiveReason, Outcome } from '../report/report-state.js';

/** One thing that happens to a report, when, and with which words; ids are those of agencies. */
export type LifeStep =
  | { readonly act: 'SUBMIT'; readonly at: Date }
  | {
      readonly act: 'ARCHIVE';
      readonly at: Date;
      readonly reason: OfficerArchiveReason;
      readonly explanation: string;
    }
  | { readonly act: 'VERIFY'; readonly at: Date; readonly agencyId: string }
  | { readonly act: 'DISPATCH'; readonly at: Date; readonly agencyId: string }
  | {
      readonly act: 'RETURN';
      readonly at: Date;
      readonly explanation: string;
      readonly suggestedAgencyId: string;
    }
  | { readonly act: 'ACCEPT'; readonly at: Date }
  | { readonly act: 'FOLLOW_UP'; readonly at: Date; readonly body: string }
  | {
      readonly act: 'RESPOND';
      readonly at: Date;
      readonly body: string;
      readonly outcome: Outcome;
      readonly promisedDate: string | null;
    }
  | { readonly act: 'REPLY'; readonly at: Date; readonly body: string }
  | { readonly act: 'CONFIRM'; readonly at: Date; readonly rating: number }
  /** Happens when the silence clock has run out, which only the report itself knows. */
  | { readonly act: 'CLOSE_SILENT' };
