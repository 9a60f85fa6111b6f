import { AccountCodeEntity } from '../account/account-code.entity.js';
import { AccountEntity } from '../account/account.entity.js';
import { AppointmentEntity } from '../appointment/appointment.entity.js';
import { MailEntity } from '../notification/mail.entity.js';
import { NotificationEntity } from '../notification/notification.entity.js';
import { PhoneCodeEntity } from '../phone/phone-code.entity.js';
import { TextMessageEntity } from '../text-message/text-message.entity.js';
import { PasskeyEntity } from '../passkey/passkey.entity.js';
import { SpentChallengeEntity } from '../passkey/spent-challenge.entity.js';
import { RefreshTokenEntity } from '../session/refresh-token.entity.js';
import { RecoveryCodeEntity } from '../second-factor/recovery-code.entity.js';
import { SecondFactorEnrolmentEntity } from '../second-factor/second-factor-enrolment.entity.js';
import { SecondFactorEntity } from '../second-factor/second-factor.entity.js';
import { SignInChallengeEntity } from '../second-factor/sign-in-challenge.entity.js';
import { SessionEntity } from '../session/session.entity.js';
import { SigningKeyEntity } from '../signing-key/signing-key.entity.js';
import { AccessReceiptEntity } from '../vault/access-receipt.entity.js';
import { VaultLinkEntity } from '../vault/vault-link.entity.js';
import { WithheldReporterEntity } from '../vault/withheld-reporter.entity.js';

/** Every table of the schema that TypeORM writes to. */
export const USERS_ENTITIES = [
  AccountEntity,
  AccountCodeEntity,
  SessionEntity,
  RefreshTokenEntity,
  SigningKeyEntity,
  SecondFactorEntity,
  SecondFactorEnrolmentEntity,
  RecoveryCodeEntity,
  SignInChallengeEntity,
  AppointmentEntity,
  VaultLinkEntity,
  AccessReceiptEntity,
  WithheldReporterEntity,
  NotificationEntity,
  MailEntity,
  TextMessageEntity,
  PhoneCodeEntity,
  PasskeyEntity,
  SpentChallengeEntity,
];
