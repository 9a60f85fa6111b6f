import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MailAudience, MailKind } from './mail.store.js';

/** An e-mail that is still to be sent; it is gone once it was. */
@Entity('mail', { comment: 'E-mails still to be sent; whom and about what only the key of the vault tells.' })
@Check('mail_audience_is_known', `audience in ('REPORTER', 'OFFICE', 'FOLLOWER', 'OWNER')`)
@Check('mail_is_of_a_report_unless_to_the_owner', `(audience = 'OWNER') = (sealed_report is null)`)
@Index('mail_by_due', ['dueAt', 'id'])
export class MailEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'mail_pk',
    comment: 'Follows from event, account and channel under the key of the vault; also the Message-ID.',
  })
  id!: string;

  @Column('text', { name: 'sealed_account_id', comment: 'Account id, encrypted with the key of the vault.' })
  sealedAccountId!: string;

  @Column('text', {
    comment: 'As whom the account is told: REPORTER, OFFICE, FOLLOWER, or OWNER of the account.',
  })
  audience!: MailAudience;

  @Column('text', { comment: 'What happened, as in the schema; for an owner, what the letter is for.' })
  kind!: MailKind;

  @Column('text', {
    name: 'sealed_report',
    nullable: true,
    comment: 'Id and tracking number of the report, encrypted; null to an owner.',
  })
  sealedReport!: string | null;

  @Column('text', {
    name: 'sealed_code',
    nullable: true,
    comment: 'Code in a letter to an owner, encrypted; null in those without.',
  })
  sealedCode!: string | null;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, comment: 'When to try (again) (UTC).' })
  dueAt!: Date;

  @Column('integer', { default: 0, comment: 'How often the server did not take it.' })
  attempts!: number;
}
