import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ArchiveReason,
  Channel,
  CloseReason,
  OversightStage,
  ReportState,
  ReportType,
  RequestedType,
} from './report-state.js';

/** One submission and where it stands. Holds no id of the person who filed it. */
@Entity('report')
export class ReportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_pk' })
  id!: string;

  @Column('text', { name: 'tracking_id' })
  trackingId!: string;

  /** Grows by one with every act; the number of the event that tells of it. */
  @Column('integer')
  version!: number;

  @Column('text')
  state!: ReportState;

  /** While the reporter is awaited, and while merged: the state to which the report goes back. */
  @Column('text', { name: 'state_before', nullable: true })
  stateBefore!: ReportState | null;

  /** While the reporter is awaited: since when. */
  @Column('timestamptz', { name: 'awaiting_since', nullable: true })
  awaitingSince!: Date | null;

  /** The report within which this one is handled (T21); never a merged one itself. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: string | null;

  /** Since when it is merged; its clocks ended in that instant. */
  @Column('timestamptz', { name: 'merged_at', nullable: true })
  mergedAt!: Date | null;

  @Column('text', { name: 'requested_type' })
  requestedType!: RequestedType;

  @Column('text', { nullable: true })
  type!: ReportType | null;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  @Column('text', { name: 'public_title', nullable: true })
  publicTitle!: string | null;

  @Column('text', { name: 'public_body', nullable: true })
  publicBody!: string | null;

  @Column('text', { name: 'category_id', nullable: true })
  categoryId!: string | null;

  @Column('date', { name: 'incident_date', nullable: true })
  incidentDate!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { name: 'region_code', nullable: true })
  regionCode!: string | null;

  @Column('text')
  channel!: Channel;

  @Column('boolean', { name: 'is_anonymous' })
  isAnonymous!: boolean;

  @Column('boolean', { name: 'is_secret' })
  isSecret!: boolean;

  /** HMAC of the id under the reporter's own secret; null for a report without an account. */
  @Column('bytea', { name: 'owner_tag', nullable: true })
  ownerTag!: Buffer | null;

  @Column('text', { name: 'rule_set_code' })
  ruleSetCode!: string;

  @Column('uuid', { name: 'addressed_agency_id', nullable: true })
  addressedAgencyId!: string | null;

  @Column('uuid', { name: 'holder_agency_id' })
  holderAgencyId!: string;

  @Column('uuid', { name: 'handler_officer_id', nullable: true })
  handlerOfficerId!: string | null;

  @Column('integer', { name: 'disposition_seq' })
  dispositionSeq!: number;

  @Column('integer', { name: 'return_count', default: 0 })
  returnCount!: number;

  /** Final answers that the reporter did not accept. */
  @Column('integer', { name: 'rejection_count', default: 0 })
  rejectionCount!: number;

  /** How often the handling agency has asked the reporter (T16). */
  @Column('integer', { name: 'pause_count', default: 0 })
  pauseCount!: number;

  /** How often a verifier has asked for what was missing (T02). */
  @Column('integer', { name: 'completion_request_count', default: 0 })
  completionRequestCount!: number;

  /** How often the reporter has reopened it (T24). */
  @Column('integer', { name: 'reopen_count', default: 0 })
  reopenCount!: number;

  /** How often its archiving was appealed (T07). */
  @Column('integer', { name: 'appeal_count', default: 0 })
  appealCount!: number;

  /** How often its resolution clock was extended (T26). */
  @Column('integer', { name: 'extension_count', default: 0 })
  extensionCount!: number;

  /** A binding disposition cannot be returned. */
  @Column('boolean', { name: 'is_binding', default: false })
  isBinding!: boolean;

  @Column('integer', { nullable: true })
  rating!: number | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;

  /** When the present holder got it. */
  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** When an editor last took something out of what is public (T30). */
  @Column('timestamptz', { name: 'redacted_at', nullable: true })
  redactedAt!: Date | null;

  /** Since when an editor keeps it from the public as a whole. */
  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt!: Date | null;

  /** While it is hidden: since when it had been public. */
  @Column('timestamptz', { name: 'published_before_hiding', nullable: true })
  publishedBeforeHiding!: Date | null;

  @Column('timestamptz', { name: 'first_follow_up_at', nullable: true })
  firstFollowUpAt!: Date | null;

  @Column('timestamptz', { name: 'responded_at', nullable: true })
  respondedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: CloseReason | null;

  @Column('text', { name: 'archive_reason', nullable: true })
  archiveReason!: ArchiveReason | null;

  /** How far it is on its way to the Ombudsman; null before that way is open. */
  @Column('text', { name: 'oversight_stage', nullable: true })
  oversightStage!: OversightStage | null;

  /** When the next running deadline of an agency is due; null while none runs. Follows from the clocks. */
  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt!: Date | null;

  /** May the Ombudsman learn who reported, by the consent in force? */
  @Column('boolean', { name: 'oversight_reveals_identity', default: false })
  oversightRevealsIdentity!: boolean;
}

/** Columns of a report for SQL that is read as `ReportEntity`. */
export const REPORT_COLUMNS = [
  'id',
  'trackingId',
  'version',
  'state',
  'stateBefore',
  'awaitingSince',
  'mergedIntoId',
  'mergedAt',
  'requestedType',
  'type',
  'title',
  'body',
  'publicTitle',
  'publicBody',
  'categoryId',
  'incidentDate',
  'place',
  'regionCode',
  'channel',
  'isAnonymous',
  'isSecret',
  'ownerTag',
  'ruleSetCode',
  'addressedAgencyId',
  'holderAgencyId',
  'handlerOfficerId',
  'dispositionSeq',
  'returnCount',
  'rejectionCount',
  'pauseCount',
  'completionRequestCount',
  'reopenCount',
  'appealCount',
  'extensionCount',
  'isBinding',
  'rating',
  'submittedAt',
  'dispatchedAt',
  'receivedAt',
  'publishedAt',
  'redactedAt',
  'hiddenAt',
  'publishedBeforeHiding',
  'firstFollowUpAt',
  'respondedAt',
  'closedAt',
  'closeReason',
  'archiveReason',
  'oversightStage',
  'nextDueAt',
  'oversightRevealsIdentity',
] as const satisfies readonly (keyof ReportEntity)[];
