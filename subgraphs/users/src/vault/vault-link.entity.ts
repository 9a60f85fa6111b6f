import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who stands behind a report. No foreign key and no plain id: without the key of the vault it says nothing. */
@Entity('vault_link', { comment: 'Report to account, readable only with the key of the vault.' })
@Index('vault_link_by_account', { synchronize: false })
export class VaultLinkEntity {
  @PrimaryColumn('uuid', { name: 'report_id', primaryKeyConstraintName: 'vault_link_pk' })
  reportId!: string;

  @Column('text', { name: 'sealed_account_id', comment: 'Account id, encrypted with the key of the vault.' })
  sealedAccountId!: string;

  @Column('bytea', {
    name: 'account_hash',
    comment: 'HMAC-SHA256 of the account id under the key of the vault, to find own reports.',
  })
  accountHash!: Buffer;

  @Column({
    type: 'timestamptz',
    name: 'submitted_at',
    precision: 3,
    comment: 'When the report came in (UTC).',
  })
  submittedAt!: Date;
}
