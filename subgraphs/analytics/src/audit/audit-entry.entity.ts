import type { AuditEntry } from '@satu-pintu/audit';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One link of the chain; the columns beside `entry` are what lists look for. */
@Entity({
  name: 'audit_entry',
  comment: 'Who did what, each entry chained to the one before it. Append-only.',
})
@Unique('audit_entry_is_chained_once', ['eventId'])
@Check('audit_positions_begin_with_one', 'position > 0')
@Check('audit_hash_is_sha256', 'octet_length(hash) = 32')
@Index('audit_entry_by_time', { synchronize: false })
@Index('audit_entry_by_subject', { synchronize: false })
@Index('audit_entry_by_officer', { synchronize: false })
@Index('audit_entry_by_action', { synchronize: false })
export class AuditEntryEntity {
  /** From 1, without gaps; a string, as `pg` reads a bigint. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_entry_pk' })
  position!: string;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('jsonb')
  entry!: AuditEntry;

  /** SHA-256 over the hash before, event id and entry, and the position. */
  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: string;

  @Column('text')
  outcome!: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId!: string | null;

  /** In the chain and in no list. */
  @Column('boolean', { name: 'is_private' })
  isPrivate!: boolean;
}
