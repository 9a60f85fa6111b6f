import type { Locale } from '@satu-pintu/domain-kit';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TextMessageKind } from './text-message-texts.js';

/** A text message that is still to be sent; it is gone once it was. */
@Entity('text_message', {
  comment: 'Text messages still to be sent; to which number only the key of the vault tells.',
})
@Check('text_message_locale_is_known', `locale in ('id', 'en')`)
@Index('text_message_by_due', ['dueAt', 'id'])
export class TextMessageEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'text_message_pk',
    comment: 'Random; the gateway knows by it what it was given before.',
  })
  id!: string;

  @Index('text_message_by_account')
  @Column('bytea', {
    name: 'account_hash',
    comment: 'Finds what waits for an account that is erased (HMAC-SHA256 with the key of the vault).',
  })
  accountHash!: Buffer;

  @Column('text', { name: 'sealed_phone', comment: 'Number, encrypted with the key of the vault.' })
  sealedPhone!: string;

  @Column('text', { comment: 'What the message is for.' })
  kind!: TextMessageKind;

  @Column('text', {
    name: 'sealed_code',
    nullable: true,
    comment: 'Code in the message, encrypted; null in those without.',
  })
  sealedCode!: string | null;

  @Column('text', { comment: 'Language of the message: id or en.' })
  locale!: Locale;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, comment: 'When to try (again) (UTC).' })
  dueAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    comment: 'From when nobody would want it any more (UTC); it is given up then.',
  })
  expiresAt!: Date;

  @Column('integer', { default: 0, comment: 'How often the gateway did not take it.' })
  attempts!: number;
}
