import { createDataSource } from '@satu-pintu/service-kit';
import { CreateAccount1763720100000 } from './migrations/1763720100000-create-account.js';
import { CreateSession1763720200000 } from './migrations/1763720200000-create-session.js';
import { CreateSigningKey1763720300000 } from './migrations/1763720300000-create-signing-key.js';
import { CreateAppointment1763720400000 } from './migrations/1763720400000-create-appointment.js';
import { CreateVault1763720500000 } from './migrations/1763720500000-create-vault.js';
import { CreateConsumerTables1763720600000 } from './migrations/1763720600000-create-consumer-tables.js';
import { CreateNotification1763800500000 } from './migrations/1763800500000-create-notification.js';
import { CreateMail1763800510000 } from './migrations/1763800510000-create-mail.js';
import { RememberRaisedPrivacy1763800520000 } from './migrations/1763800520000-remember-raised-privacy.js';
import { InviteOfficers1763900600000 } from './migrations/1763900600000-invite-officers.js';
import { TellOfPostsTakenUp1763900800000 } from './migrations/1763900800000-tell-of-posts-taken-up.js';
import { RevokeAccess1763900900000 } from './migrations/1763900900000-revoke-access.js';
import { RememberTwoFactors1764010100000 } from './migrations/1764010100000-remember-two-factors.js';
import { CreateSecondFactor1764010200000 } from './migrations/1764010200000-create-second-factor.js';
import { ForgetWhoseNameWasRead1764020100000 } from './migrations/1764020100000-forget-whose-name-was-read.js';
import { CreatePasskey1764020200000 } from './migrations/1764020200000-create-passkey.js';
import { TellFollowers1764040100000 } from './migrations/1764040100000-tell-followers.js';
import { VerifyAddresses1764041000000 } from './migrations/1764041000000-verify-addresses.js';
import { ResetSecondFactors1764051000000 } from './migrations/1764051000000-reset-second-factors.js';
import { RotateSigningKeys1764052100000 } from './migrations/1764052100000-rotate-signing-keys.js';
import { ReachByPhone1764053000000 } from './migrations/1764053000000-reach-by-phone.js';

/** Every step from an empty schema to the present one, oldest first. */
export const USERS_MIGRATIONS = [
  CreateAccount1763720100000,
  CreateSession1763720200000,
  CreateSigningKey1763720300000,
  CreateAppointment1763720400000,
  CreateVault1763720500000,
  CreateConsumerTables1763720600000,
  CreateNotification1763800500000,
  CreateMail1763800510000,
  RememberRaisedPrivacy1763800520000,
  InviteOfficers1763900600000,
  TellOfPostsTakenUp1763900800000,
  RevokeAccess1763900900000,
  RememberTwoFactors1764010100000,
  CreateSecondFactor1764010200000,
  ForgetWhoseNameWasRead1764020100000,
  CreatePasskey1764020200000,
  TellFollowers1764040100000,
  VerifyAddresses1764041000000,
  ResetSecondFactors1764051000000,
  RotateSigningKeys1764052100000,
  ReachByPhone1764053000000,
];

/**
 * Brings the `users` schema up to date. Safe to repeat.
 *
 * @param ownerUrl postgres:// URL of the role `users_owner`; `users_app` must exist, it loses rights here
 */
export async function migrateUsers(ownerUrl: string): Promise<void> {
  const database = createDataSource({
    url: ownerUrl,
    schema: 'users',
    entities: [],
    migrations: USERS_MIGRATIONS,
    poolSize: 1,
  });
  await database.initialize();
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
}
