import type { Clock } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import type { FreshProof } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { PasskeyConfig } from '../config.js';
import type { StartSession } from '../session/start-session.js';
import { AddPasskeyCommand } from './add-passkey.command.js';
import { BeginPasskeyCommand, type Registration } from './begin-passkey.command.js';
import { Challenges } from './challenges.js';
import { PasskeyCheck } from './passkey-check.js';
import { SignInWithPasskeyCommand } from './sign-in-with-passkey.command.js';
import { WebAuthn } from './web-authn.js';

/** What can be done with passkeys where they are offered. */
export interface PasskeyCommands {
  readonly begin: BeginPasskeyCommand;
  readonly add: AddPasskeyCommand;
  readonly signIn: SignInWithPasskeyCommand;
}

/** What passkeys are made of where they are offered. */
export interface Passkeys {
  readonly check: PasskeyCheck;
  commands(proof: FreshProof, sessions: StartSession): PasskeyCommands;
}

/** Passkeys for a house that browsers know by a name; null for one that has none. */
export function composePasskeys(
  config: PasskeyConfig | null,
  parts: {
    readonly audit: AccountAudit;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly key: string;
  },
): Passkeys | null {
  if (!config) return null;
  const { audit, clock, logger, key } = parts;
  const webAuthn = new WebAuthn(config);
  const registrations = new Challenges<Registration>(key, 'passkey-registration', clock);
  const signIns = new Challenges<null>(key, 'passkey-sign-in', clock);
  const check = new PasskeyCheck(webAuthn, signIns, clock, logger);
  return {
    check,
    commands: (proof, sessions) => ({
      begin: new BeginPasskeyCommand({ audit, webAuthn, proof, registrations, signIns }),
      add: new AddPasskeyCommand(audit, webAuthn, registrations, clock),
      signIn: new SignInWithPasskeyCommand(audit, check, sessions),
    }),
  };
}
