import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Audience, NotificationKind } from './notification-texts.js';

/** An e-mail that is still to be sent; it is gone once it was. */
@Entity('mail', { comment: 'E-mails still to be sent; whom and about what only the key of the vault tells.' })
@Check('mail_audience_is_known', `audience in ('REPORTER', 'OFFICE', 'FOLLOWER')`)
@Index('mail_by_due', ['dueAt', 'id'])
export class MailEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'mail_pk',
    comment: 'Follows from event, account and channel under the key of the vault; also the Message-ID.',
  })
  id!: string;

  @Column('text', { name: 'sealed_account_id', comment: 'Account id, encrypted with the key of the vault.' })
  sealedAccountId!: string;

  @Column('text', { comment: 'As whom the account is told: REPORTER, OFFICE or FOLLOWER.' })
  audience!: Audience;

  @Column('text', { comment: 'What happened, as in the schema.' })
  kind!: NotificationKind;

  @Column('text', { name: 'sealed_report', comment: 'Id and tracking number of the report, encrypted.' })
  sealedReport!: string;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, comment: 'When to try (again) (UTC).' })
  dueAt!: Date;

  @Column('integer', { default: 0, comment: 'How often the server did not take it.' })
  attempts!: number;
}
