import type { OfficerRole } from '@satu-pintu/domain-kit';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Proof that someone learned who stands behind a report. */
@Entity('access_receipt', { comment: 'Who looked at an identity, for its owner to read. Append-only.' })
@Check('access_receipt_purpose_is_known', `purpose in ('READ_NAME')`)
@Index('access_receipt_by_account', { synchronize: false })
export class AccessReceiptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_receipt_pk' })
  id!: string;

  @Column('uuid', { name: 'report_id', comment: 'Report whose reporter was looked up.' })
  reportId!: string;

  @Column('bytea', {
    name: 'account_hash',
    comment: 'HMAC-SHA256 of the account id of the reporter under the key of the vault.',
  })
  accountHash!: Buffer;

  @Column('text', { comment: 'Role in which the identity was read.' })
  role!: OfficerRole;

  @Column('uuid', { name: 'agency_id', comment: 'Agency for which it was read.' })
  agencyId!: string;

  @Column('text', { comment: 'What was read: READ_NAME.' })
  purpose!: 'READ_NAME';

  @Column({ type: 'timestamptz', precision: 3, comment: 'When (UTC).' })
  at!: Date;
}
