import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import { WakeUp } from '@satu-pintu/events';
import { type Closable, createDataSource, type Logger } from '@satu-pintu/service-kit';
import { buildSubgraph, serveSubgraph } from '@satu-pintu/subgraph-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { AccountAudit } from './audit/account-audit.js';
import { doorRefusalsRoute } from './audit/door-refusals.route.js';
import { RecordDoorRefusalsCommand } from './audit/record-door-refusals.command.js';
import { Attempts } from './account/attempts.js';
import { FreshProof } from './account/fresh-proof.js';
import { Passwords } from './account/passwords.js';
import { SignUpCommand } from './account/sign-up.command.js';
import { SignUpResolver } from './account/sign-up.resolver.js';
import { UserResolver } from './account/user.resolver.js';
import { AcceptInvitationCommand } from './appointment/accept-invitation.command.js';
import { AcceptInvitationResolver } from './appointment/accept-invitation.resolver.js';
import type { UsersConfig } from './config.js';
import { startEvents } from './events/start-events.js';
import { EraseAccountCommand } from './erasure/erase-account.command.js';
import { EraseAccountResolver } from './erasure/erase-account.resolver.js';
import { AccountExportQuery } from './export/account-export.query.js';
import { AccountExportResolver } from './export/account-export.resolver.js';
import { RequestEmailVerificationCommand } from './email-verification/request-email-verification.command.js';
import { VerifyEmailCommand } from './email-verification/verify-email.command.js';
import { EmailVerificationResolver } from './email-verification/email-verification.resolver.js';
import { OwnerLetters } from './notification/owner-letters.js';
import { ChangePasswordCommand } from './password/change-password.command.js';
import { PasswordResolver } from './password/password.resolver.js';
import { RequestPasswordResetCommand } from './password/request-password-reset.command.js';
import { ResetPasswordCommand } from './password/reset-password.command.js';
import { ResetCodes } from './password/reset-codes.js';
import { ChangePhoneCommand } from './phone/change-phone.command.js';
import { ContactCodes } from './phone/contact-codes.js';
import { PhoneLimits } from './phone/phone-limits.js';
import { PhoneResolver } from './phone/phone.resolver.js';
import { RemovePhoneCommand } from './phone/remove-phone.command.js';
import { RequestPhoneVerificationCommand } from './phone/request-phone-verification.command.js';
import { VerifyPhoneCommand } from './phone/verify-phone.command.js';
import { connectTextMessageGateway } from './text-message/connect-text-message-gateway.js';
import { startTexting } from './text-message/text-message.job.js';
import { TextMessages } from './text-message/text-messages.js';
import { EndSessionsCommand } from './session/end-sessions.command.js';
import { startMailing } from './notification/mail.job.js';
import { connectMailServer } from './notification/mail-server.js';
import { MarkNotificationsReadCommand } from './notification/mark-notifications-read.command.js';
import { NotificationResolver } from './notification/notification.resolver.js';
import { composePasskeys } from './passkey/compose-passkeys.js';
import { KeepPasskeysCommand } from './passkey/keep-passkeys.command.js';
import { PasskeyResolver } from './passkey/passkey.resolver.js';
import { USERS_ENTITIES } from './persistence/entities.js';
import { revocationRoute } from './revocation/revocation.route.js';
import { RevocationFeed } from './revocation/revocation-feed.js';
import { usersParts } from './schema.js';
import { BeginSecondFactorCommand } from './second-factor/begin-second-factor.command.js';
import { CompleteSignInCommand } from './second-factor/complete-sign-in.command.js';
import { ConfirmSecondFactorCommand } from './second-factor/confirm-second-factor.command.js';
import { RemoveSecondFactorCommand } from './second-factor/remove-second-factor.command.js';
import { SecondFactorResets } from './second-factor/second-factor-resets.consumer.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { RefreshSessionCommand } from './session/refresh-session.command.js';
import { AccessTokens } from './session/session-tokens.js';
import { SessionResolver } from './session/session.resolver.js';
import { SignInCommand } from './session/sign-in.command.js';
import { SignOutCommand } from './session/sign-out.command.js';
import { StartSession } from './session/start-session.js';
import { KeyPairs } from './signing-key/key-pairs.js';
import { RotateSigningKeyCommand } from './signing-key/rotate-signing-key.command.js';
import { startKeyUpkeep } from './signing-key/signing-key.job.js';
import { SigningKeys } from './signing-key/signing-keys.js';
import { composeStaffSignIn } from './staff-sign-in/compose-staff-sign-in.js';
import { StaffSignInResolver } from './staff-sign-in/staff-sign-in.resolver.js';
import type { UsersContext } from './users-context.js';
import { ReadReporterNamesCommand } from './vault/read-reporter-names.command.js';
import { ReporterReference, ReporterResolver } from './vault/reporter.resolver.js';
import { findVaultEntries, findWithheld, type VaultEntry } from './vault/vault-links.query.js';
import { Vault } from './vault/vault.js';

/** What a process or a test hands to the service. */
export interface UsersOptions {
  readonly config: UsersConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The service, listening. */
export interface RunningUsers extends Closable {
  readonly port: number;
}

/** Builds the whole service by hand, from the database up, and starts it. */
export async function composeUsers({ config, clock, logger }: UsersOptions): Promise<RunningUsers> {
  const { secrets } = config;
  const database = createDataSource({ url: config.databaseUrl, schema: 'users', entities: USERS_ENTITIES });
  await database.initialize();

  const vault = new Vault(secrets.vaultKey);
  const audit = new AccountAudit(database, vault, clock);
  const letters = new OwnerLetters(vault, config.mail !== null);
  const messages = new TextMessages(vault, config.textMessages !== null);
  const codes = new ContactCodes(vault, letters, messages);
  const limits = new PhoneLimits(secrets.passwordPepper);
  const attemptsAt = (purpose: string): Attempts => new Attempts(secrets.passwordPepper, purpose);
  const passwords = new Passwords(secrets.passwordPepper);
  const passkeys = composePasskeys(config.passkeys, { audit, clock, logger, key: secrets.cursorKey });
  const proof = new FreshProof(database, passwords, attemptsAt('proof'), passkeys?.check ?? null);
  const keyPairs = new KeyPairs(secrets.signingKeySecret);
  const signingKeys = new SigningKeys(database, keyPairs, clock);
  // Made now if there is none; and a secret that does not open it stops the start.
  await signingKeys.current();
  const tokens = new AccessTokens(
    signingKeys,
    config.tokenIssuer,
    vault,
    secrets.reporterKeySeal,
    !config.isProduction,
  );
  const sessions = new StartSession(tokens, audit, clock);
  const key = secrets.cursorKey;
  const staff = composeStaffSignIn(config.staffSignIn, {
    ...{ database, audit, sessions, clock, logger, key },
    ...{ passwords, vault },
  });
  const reporterNames = new ReadReporterNamesCommand(database, vault, clock);
  const reporters = new ReporterReference(secrets.handleKey, clock);
  const users = new UserResolver(database, vault, clock, secrets.cursorKey);

  const phoneParts = { audit, proof, codes, limits, attempts: attemptsAt('phone'), clock };
  const resetCodes = new ResetCodes(database, vault, attemptsAt('reset-by-phone'));

  const schema = buildSubgraph<UsersContext>({
    ...usersParts,
    instances: [
      new SignUpResolver(
        new SignUpCommand({ audit, passwords, attempts: attemptsAt('sign-up'), limits, vault, codes, clock }),
      ),
      new SessionResolver(
        new SignInCommand(database, passwords, attemptsAt('sign-in'), sessions, audit, vault),
        new RefreshSessionCommand(tokens, audit, clock),
        new SignOutCommand(audit, clock),
        new EndSessionsCommand(audit, clock),
      ),
      new SecondFactorResolver(
        new CompleteSignInCommand(audit, vault, sessions, clock),
        new BeginSecondFactorCommand(audit, vault, proof, clock),
        new ConfirmSecondFactorCommand(audit, vault, clock),
        new RemoveSecondFactorCommand(audit, vault, clock),
      ),
      new EmailVerificationResolver(
        new VerifyEmailCommand(audit, clock),
        new RequestEmailVerificationCommand(audit, letters, attemptsAt('verification'), clock),
      ),
      new PasswordResolver(
        new RequestPasswordResetCommand({
          audit,
          vault,
          codes,
          attempts: attemptsAt('reset'),
          limits,
          clock,
        }),
        new ResetPasswordCommand({ audit, passwords, codes, resetCodes, clock }),
        new ChangePasswordCommand(audit, proof, passwords, codes, clock),
      ),
      new PhoneResolver(
        new ChangePhoneCommand(phoneParts),
        new RequestPhoneVerificationCommand(phoneParts, vault),
        new VerifyPhoneCommand(audit, vault, letters, clock),
        new RemovePhoneCommand(audit, proof, letters, clock),
      ),
      users,
      new EraseAccountResolver(database, new EraseAccountCommand(audit, proof, vault, clock)),
      new PasskeyResolver(
        database,
        new KeepPasskeysCommand(audit, proof),
        passkeys?.commands(proof, sessions) ?? null,
      ),
      new StaffSignInResolver(staff),
      new AccountExportResolver(new AccountExportQuery(database, vault, clock)),
      new AcceptInvitationResolver(new AcceptInvitationCommand(audit, clock, letters.areSent)),
      new ReporterResolver(),
      new NotificationResolver(
        database,
        vault,
        new MarkNotificationsReadCommand(audit, vault, clock),
        secrets.cursorKey,
      ),
    ],
    references: {
      User: async ({ id }: { id: string }, context) =>
        id === context.viewer.accountId ? users.me(context) : null,
      Reporter: ({ handle }: { handle: string }, context) => reporters.resolve(handle, context),
    },
  });

  const resets = new SecondFactorResets(letters, clock);
  const events = await startEvents(config, { database, vault, resets, clock, logger });
  const mailing =
    config.mail && startMailing({ database, vault, clock, logger, server: connectMailServer(config.mail) });
  const keyUpkeep = startKeyUpkeep({
    database,
    rotate: new RotateSigningKeyCommand(database, keyPairs, clock),
    maxAgeDays: config.signingKeyDays,
    clock,
    logger,
  });
  const texting =
    config.textMessages &&
    startTexting({
      database,
      vault,
      clock,
      logger,
      gateway: connectTextMessageGateway(config.textMessages, clock),
    });
  const databaseWakeUp = new WakeUp(config.databaseUrl, logger);
  await databaseWakeUp.start();
  const revocations = new RevocationFeed(database, databaseWakeUp);
  await revocations.start();
  const server = await serveSubgraph<UsersContext>({
    name: 'users',
    schema,
    port: config.port,
    viewerKey: secrets.viewerKey,
    clock,
    logger,
    createContext: (viewer) => createContext(viewer, database, vault, reporterNames),
    isReady: async () => (await signingKeys.publicKeys()).keys.length > 0,
    signedRoutes: [
      revocationRoute(revocations),
      doorRefusalsRoute(new RecordDoorRefusalsCommand(database, audit)),
    ],
    addRoutes(routes) {
      routes.get('/.well-known/jwks.json', async (_, reply) =>
        reply.header('cache-control', 'public, max-age=60').send(await signingKeys.publicKeys()),
      );
    },
  });
  return {
    port: server.port,
    async close() {
      await revocations.close();
      await server.close();
      await Promise.all([events.close(), databaseWakeUp.close()]);
      await mailing?.close();
      await keyUpkeep.close();
      await texting?.close();
      await database.destroy();
    },
  };
}

function createContext(
  viewer: Viewer,
  database: DataSource,
  vault: Vault,
  reporterNames: ReadReporterNamesCommand,
): UsersContext {
  return {
    viewer,
    vaultEntries: new DataLoader((reportIds) => findVaultEntries(database, vault, reportIds)),
    withheldReporters: new DataLoader((reportIds) => findWithheld(database, reportIds)),
    reporterNames: new DataLoader(
      (entries: readonly VaultEntry[]) => reporterNames.execute(entries, viewer),
      {
        cacheKeyFn: (entry) => entry.reportId,
      },
    ),
  };
}
