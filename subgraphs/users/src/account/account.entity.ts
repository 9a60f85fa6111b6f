import type { Locale } from '@satu-pintu/domain-kit';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Someone who can sign in: a citizen or an officer. */
@Entity('account', { comment: 'People who can sign in. A report can be filed without one.' })
@Unique('account_email_is_unique', ['email'])
@Unique('account_phone_is_unique', ['phoneHash'])
@Check('account_can_be_reached', 'email is not null or phone_hash is not null')
@Check('account_phone_is_whole', '(phone_hash is null) = (sealed_phone is null)')
@Check('account_verified_phone_is_there', 'phone_verified_at is null or phone_hash is not null')
@Check('account_locale_is_known', `locale in ('id', 'en')`)
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pk' })
  id!: string;

  @Column('citext', {
    nullable: true,
    comment:
      'Address to sign in with; upper and lower case are the same. Null for whoever has a telephone only.',
  })
  email!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'email_verified_at',
    precision: 3,
    nullable: true,
    comment: 'When its owner showed that the address is theirs (UTC); null until then.',
  })
  emailVerifiedAt!: Date | null;

  @Column('bytea', {
    name: 'phone_hash',
    nullable: true,
    comment: 'Finds the account by its number (HMAC-SHA256 with the key of the vault); null without one.',
  })
  phoneHash!: Buffer | null;

  @Column('text', {
    name: 'sealed_phone',
    nullable: true,
    comment: 'Mobile number (E.164), encrypted with the key of the vault; null without one.',
  })
  sealedPhone!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'phone_verified_at',
    precision: 3,
    nullable: true,
    comment: 'When its owner showed that the number is theirs (UTC); null until then.',
  })
  phoneVerifiedAt!: Date | null;

  @Column('text', { name: 'display_name', comment: 'Name as the person wants to be called.' })
  displayName!: string;

  @Column('text', {
    name: 'password_hash',
    comment: 'Argon2id of the peppered password, with its parameters and salt.',
  })
  passwordHash!: string;

  @Column('text', { comment: 'Language of texts for this person: id or en.' })
  locale!: Locale;

  @Column('boolean', {
    name: 'is_demo',
    default: false,
    comment: 'Made by the demonstration loader; its password is public.',
  })
  isDemo!: boolean;

  @Column('text', {
    name: 'sealed_reporter_key',
    comment: 'Secret that proves "this report is mine", encrypted with the key of the vault.',
  })
  sealedReporterKey!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    comment: 'When the account was made (UTC).',
  })
  createdAt!: Date;
}
