import { Check, Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';
import type { Audience, NotificationKind } from './notification-texts.js';

/** Something that a person was told of a report. Neither the person nor the report stands here in the clear. */
@Entity('notification', {
  comment: 'What a person was told; person and report readable only with the key of the vault.',
})
@Check('notification_audience_is_known', `audience in ('REPORTER', 'OFFICE', 'FOLLOWER')`)
@Index('notification_by_recipient', { synchronize: false })
@Index('notification_unread_by_recipient', { synchronize: false })
export class NotificationEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'notification_pk',
    comment: 'Follows from event, account and channel under the key of the vault, so none is written twice.',
  })
  id!: string;

  @Column('bigint', { comment: 'Order of arrival.' })
  @Generated('increment')
  seq!: string;

  @Column('bytea', {
    comment:
      'HMAC-SHA256 of audience and account id under the key of the vault; no other table has the same.',
  })
  recipient!: Buffer;

  @Column('text', { comment: 'As whom the account was told: REPORTER, OFFICE or FOLLOWER.' })
  audience!: Audience;

  @Column('text', { comment: 'What happened, as in the schema.' })
  kind!: NotificationKind;

  @Column('text', { name: 'sealed_report', comment: 'Id and tracking number of the report, encrypted.' })
  sealedReport!: string;

  @Column({
    type: 'timestamptz',
    precision: 3,
    comment: 'When it happened (UTC), as far as the person may know.',
  })
  at!: Date;

  @Column({
    type: 'timestamptz',
    name: 'read_at',
    precision: 3,
    nullable: true,
    comment: 'When it was read (UTC).',
  })
  readAt!: Date | null;
}
