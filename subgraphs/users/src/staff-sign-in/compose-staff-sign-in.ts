import type { Clock } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { Passwords } from '../account/passwords.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { StaffSignInConfig } from '../config.js';
import { Challenges } from '../passkey/challenges.js';
import type { StartSession } from '../session/start-session.js';
import type { Vault } from '../vault/vault.js';
import { BeginStaffSignInCommand } from './begin-staff-sign-in.command.js';
import { CompleteStaffSignInCommand } from './complete-staff-sign-in.command.js';
import { IdentityProvider, type Journey } from './identity-provider.js';
import { TakeUpByProvider } from './take-up-by-provider.js';

/** What there is where a provider of staff is named. */
export interface StaffSignIn {
  readonly begin: BeginStaffSignInCommand;
  readonly complete: CompleteStaffSignInCommand;
}

/** Sign-in of staff at their provider; null where none is named. */
export function composeStaffSignIn(
  config: StaffSignInConfig | null,
  parts: {
    readonly database: DataSource;
    readonly audit: AccountAudit;
    readonly sessions: StartSession;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly key: string;
    readonly passwords: Passwords;
    readonly vault: Vault;
  },
): StaffSignIn | null {
  if (!config) return null;
  const { database, audit, sessions, clock, logger, key, passwords, vault } = parts;
  const provider = new IdentityProvider(config, logger);
  const journeys = new Challenges<Journey>(key, 'staff-sign-in', clock);
  return {
    begin: new BeginStaffSignInCommand(provider, journeys),
    complete: new CompleteStaffSignInCommand({
      database,
      audit,
      provider,
      journeys,
      trust: config,
      sessions,
      takeUp: new TakeUpByProvider(audit, passwords, vault, clock),
    }),
  };
}
