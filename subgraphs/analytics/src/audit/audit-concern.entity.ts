import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AuditEntryEntity } from './audit-entry.entity.js';

/** An agency whose administrators may know of an entry. */
@Entity({
  name: 'audit_concern',
  comment: 'Agencies whose administrators may know of an entry. Append-only.',
})
@Index('audit_concern_by_entry', { synchronize: false })
export class AuditConcernEntity {
  @PrimaryColumn('uuid', { name: 'agency_id', primaryKeyConstraintName: 'audit_concern_pk' })
  agencyId!: string;

  /** As the entry's: the order of lists. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'audit_concern_pk' })
  at!: Date;

  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'audit_concern_pk' })
  eventId!: string;

  @ManyToOne(() => AuditEntryEntity)
  @JoinColumn({
    name: 'event_id',
    referencedColumnName: 'eventId',
    foreignKeyConstraintName: 'audit_concern_of_an_entry',
  })
  readonly chained!: AuditEntryEntity;
}
